package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.model.FitRecord;
import slope.onnx.ModelFile;
import slope.optimizer.Optimizer;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.tables.TableSource;
import slope.training.DivergedException;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TracedUpdateTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private static Path folder;

    private static Path folds = Path.of("");
    private static Path refit = Path.of("");

    @BeforeAll
    static void train() throws InterruptedException {
        folds = train("folds.onnx", RowSelection.defaults().folds(2));
        refit = train("refit.onnx", RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
    }

    private static Path train(String name, RowSelection rows) throws InterruptedException {
        Estimator estimator = Slope.predict("species")
                .recipe(Recipe.tuned().hidden(List.of(6)).epochs(3).batchSize(32))
                .rows(rows);
        Path model = folder.resolve(name);
        Run.of(TrainingRequest.of(PENGUINS, estimator).model(model)).start().await();
        return model;
    }

    private static TracedUpdate trace(Path model, OptionalInt network, int epoch, int step) {
        return trace(model, PENGUINS, network, epoch, step);
    }

    private static TracedUpdate trace(Path model, String data, OptionalInt network, int epoch, int step) {
        return TracedUpdate.of(
                model,
                TableSource.of(data),
                Optional.empty(),
                Optional.empty(),
                new TracedUpdate.Place(network, epoch, step));
    }

    @Test
    void anUpdateOfAnyNetworkIsTheFloatEngines() {
        for (int network = 1; network <= 2; network++) {
            TracedUpdate update = trace(folds, OptionalInt.of(network), 2, 3);

            assertThat(update.networks()).isEqualTo(2);
            assertThat(update.rows()).hasSize(32).doesNotHaveDuplicates();
            assertThat(update.largestDistance()).isLessThan(1e-6);
            assertThat(update.traced().rate()).isPositive();
        }
    }

    @Test
    void theNetworkInTheModelIsMeantWhereNoneIsNamed() {
        assertThat(trace(folds, OptionalInt.empty(), 1, 1).network()).isEqualTo(1);
        assertThat(trace(refit, OptionalInt.empty(), 1, 1).network()).isEqualTo(2);
        assertThat(trace(refit, OptionalInt.empty(), 1, 2).largestDistance()).isLessThan(1e-6);
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> trace(folds, OptionalInt.of(3), 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("%s has no network 3; its networks are 1 to 2".formatted(folds));
        assertThatThrownBy(() -> trace(folds, OptionalInt.of(1), 4, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("the training of this network has no epoch 4; its epochs are 1 to 3");
        assertThatThrownBy(() -> trace(folds, OptionalInt.of(1), 2, 99))
                .isInstanceOf(DataException.class)
                .hasMessage("an epoch of this training has no step 99; its steps are 1 to 5");
    }

    @Test
    void anotherTableIsRefused() throws IOException {
        Path other = folder.resolve("other.csv");
        List<String> lines = Files.readAllLines(Path.of(PENGUINS));
        Files.write(other, lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> trace(folds, other.toString(), OptionalInt.of(1), 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("%s is not the table that %s was trained on".formatted(other, folds));
    }

    /// The losses of another training in place of its own.
    @Test
    void aTrainingThatIsNotTheRecordedOneIsRefused() {
        ModelFile file = ModelFile.read(folds);
        FitRecord record = file.model().record();
        List<FitRecord.History> others = record.history().stream()
                .map(history -> new FitRecord.History(
                        history.bestEpoch(),
                        history.trainingLosses().stream().map(Math::nextUp).toList(),
                        history.validationLosses()))
                .toList();
        Path changed = folder.resolve("changed.onnx");
        new ModelFile(file.model().with(record.history(others)), file.provenance()).write(changed);

        assertThatThrownBy(() -> trace(changed, OptionalInt.of(1), 2, 1))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "training again gives another loss in epoch 2 than %s records: it was trained by another"
                                + " version of slope, or changed",
                        changed);
    }

    /// The loss before the second step is not finite, so that it has no update: the first one says why.
    @Test
    void theLastUpdateOfATrainingThatDivergedIsTold() {
        Estimator estimator = Slope.predict("body_mass_g")
                .recipe(Recipe.plain()
                        .hidden(List.of(6))
                        .with(Setting.OPTIMIZER, Optimizer.sgd())
                        .with(Setting.LEARNING_RATE, 1e30)
                        .with(Setting.LINEAR_PART, LinearPartChoice.NEVER))
                .rows(RowSelection.defaults().folds(1));
        TrainingRequest request = TrainingRequest.of(PENGUINS, estimator);
        DivergedException diverged = catchThrowableOfType(
                DivergedException.class, () -> Run.of(request).start().await());
        TracedUpdate update = TracedUpdate.ofDiverged(
                request, new TracedUpdate.Place(OptionalInt.empty(), diverged.epoch(), Math.max(1, diverged.batch())));

        assertThat(update.trained().epoch()).isEqualTo(1);
        assertThat(largest(update.traced().before().parameters())).isLessThan(100);
        assertThat(largest(update.traced().after().parameters())).isGreaterThan(1e20);
        assertThatThrownBy(() -> TracedUpdate.ofDiverged(request, new TracedUpdate.Place(OptionalInt.of(2), 1, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage("the training has no network 2; its networks are 1 to 1");
    }

    private static double largest(double[] parameters) {
        return Arrays.stream(parameters).map(Math::abs).max().orElseThrow();
    }
}
