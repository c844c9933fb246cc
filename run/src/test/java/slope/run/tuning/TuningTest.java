package slope.run.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.recipe.Recipe;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TrainingRequest;
import slope.run.tuning.FinishedTuning.FinishedTrial;
import slope.run.tuning.TrialOutcome.Failed;
import slope.run.tuning.TrialOutcome.Trained;
import slope.table.DataException;

/// Searches whose trainings take a moment.
class TuningTest {
    private static final String TABLE = "../examples/penguins.csv";

    @TempDir
    private Path folder;

    @Test
    void theFirstTrialHasTheDefaultsAndTheOthersAreDrawn() throws Exception {
        FinishedTuning tuning = tune(request(3));
        assertThat(tuning.trials()).extracting(each -> each.trial().isDefault()).containsExactly(true, false, false);
        assertThat(tuning.trials()).extracting(FinishedTrial::outcome).allMatch(Trained.class::isInstance);
        assertThat(tuning.selection().rows()).isEqualTo(344);
        assertThat(tuning.trials().stream().mapToInt(FinishedTrial::count).sum())
                .isEqualTo(tuning.selection().counts().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        Model saved = ModelFile.read(model()).model();
        assertThat(saved.members()).hasSameSizeAs(tuning.model().members());
        assertThat(saved.record().settings()).containsKey(FitRecord.SELECTION);
    }

    @Test
    void sameSeedSameBytes() throws Exception {
        tune(request(3));
        byte[] once = Files.readAllBytes(model());
        TuningRequest elsewhere = TuningRequest.of(training(estimator()).threads(1), folder.resolve("other"))
                .recipes(List.of(Recipe.plain()))
                .trials(3);
        tune(elsewhere);
        assertThat(Files.readAllBytes(model())).isEqualTo(once);
    }

    @Test
    void finishedTrialsAreNotRepeated() throws Exception {
        tune(request(2));
        Told told = new Told();
        tune(request(3), told);
        assertThat(told.started).containsExactly(3);
        assertThat(told.earlier).containsExactly(1, 2);
    }

    @Test
    void aCancelledSearchGoesOnToTheSameModel() throws Exception {
        tune(request(3));
        byte[] undisturbed = Files.readAllBytes(model());
        Files.delete(model());
        TuningRequest other = TuningRequest.of(training(estimator()), folder.resolve("cancelled"))
                .recipes(List.of(Recipe.plain()))
                .trials(3);
        Tuning tuning = Tuning.of(other);
        TuningResult result = tuning.run(new TuningListener() {
            @Override
            public void started(Trial trial, Run run, Optional<Duration> timeLeft) {
                if (trial.number() == 2) {
                    tuning.cancel();
                }
            }
        });
        assertThat(result).isEqualTo(new CancelledTuning(1));
        assertThat(model()).doesNotExist();
        tune(other);
        assertThat(Files.readAllBytes(model())).isEqualTo(undisturbed);
    }

    @Test
    void whatAListenerWritesIsThereBeforeTheTrialCounts() throws Exception {
        List<Boolean> finished = new ArrayList<>();
        tune(request(1), new TuningListener() {
            @Override
            public void trained(Trial trial, Path place, FinishedRun run) {
                finished.add(Files.exists(place.resolve("trial.json")));
                assertThat(place.resolve("model.onnx")).exists();
            }
        });
        assertThat(finished).containsExactly(false);
    }

    /// A learning rate of 1e30 leaves nothing finite.
    @Test
    void aTrialThatDivergesIsKeptAsFailed() throws Exception {
        Estimator divergent =
                estimator().recipe(Recipe.plain().epochs(2).hidden(List.of(4)).learningRate(1e30));
        TuningRequest request = TuningRequest.of(training(divergent), folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(2);
        assertThatThrownBy(() -> tune(request))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("no trial gave a model: ");
        Told told = new Told();
        assertThatThrownBy(() -> tune(request, told)).isInstanceOf(DataException.class);
        assertThat(told.started).isEmpty();
        assertThat(told.outcomes).allMatch(Failed.class::isInstance).hasSize(2);
    }

    @Test
    void anotherSearchInTheSameFolderIsRefused() throws Exception {
        tune(request(1));
        assertThatThrownBy(() -> tune(TuningRequest.of(training(estimator().seed(5)), folder.resolve("runs"))
                        .recipes(List.of(Recipe.plain()))
                        .trials(1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is of a search with another seed, target or settings");
    }

    @Test
    void anotherTableIsRefused() throws Exception {
        Path table = Files.copy(Path.of(TABLE), folder.resolve("table.csv"));
        TuningRequest request = TuningRequest.of(
                        TrainingRequest.of(table.toString(), estimator()), folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(1);
        tune(request);
        Files.writeString(table, Files.readString(table).replaceFirst("39\\.1", "38.1"));
        assertThatThrownBy(() -> tune(request))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("was trained on another table");
    }

    @Test
    void aDamagedTrialIsNamed() throws Exception {
        tune(request(1));
        Files.writeString(folder.resolve("runs/001-plain/trial.json"), "{\"snapshots\": [-1]}");
        assertThatThrownBy(() -> tune(request(1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("001-plain/trial.json is damaged; delete the folder");
    }

    @Test
    void testRowsAreScoredByTheSelectedModel() throws Exception {
        TuningRequest request = TuningRequest.of(training(estimator()).test(TABLE), folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(1);
        FinishedTuning tuning = tune(request);
        assertThat(tuning.test().orElseThrow().rows()).isEqualTo(344);
    }

    /// Each trial holds out the same rows, and the record keeps their scores.
    @Test
    void heldOutTestRowsAreInNoTrial() throws Exception {
        Estimator estimator = estimator();
        TuningRequest request = TuningRequest.of(
                        training(estimator.rows(estimator.rows().testShare(0.25))), folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(2);
        FinishedTuning tuning = tune(request);
        assertThat(tuning.selection().rows()).isEqualTo(344 - 86);
        assertThat(tuning.test().orElseThrow().rows()).isEqualTo(86);
        assertThat(tuning.model().record().test().orElseThrow().rows()).isEqualTo(86);
        assertThat(tuning.test().orElseThrow().model().scores()).containsKey(Metric.LOG_LOSS);
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        TrainingRequest training = training(estimator());
        Path runs = folder.resolve("runs");
        assertThatThrownBy(() -> Tuning.of(TuningRequest.of(training, runs)).run(TuningListener.SILENT))
                .hasMessageContaining("would never end");
        assertThatThrownBy(() -> TuningRequest.of(training, runs).trials(0)).hasMessageContaining("at least 1 trial");
        assertThatThrownBy(() -> TuningRequest.of(training, runs).recipes(List.of()))
                .hasMessageContaining("at least one recipe");
        Estimator limited = estimator().timeLimit(Duration.ofSeconds(9));
        assertThatThrownBy(() -> TuningRequest.of(training(limited), runs)).hasMessageContaining("is the search's");
        Estimator refitted = estimator().rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
        assertThatThrownBy(() -> TuningRequest.of(training(refitted), runs))
                .hasMessageContaining("a refit leaves none");
    }

    private TuningRequest request(int trials) {
        return TuningRequest.of(training(estimator()), folder.resolve("runs"))
                .recipes(List.of(Recipe.plain()))
                .trials(trials);
    }

    private TrainingRequest training(Estimator estimator) {
        return TrainingRequest.of(TABLE, estimator).model(model());
    }

    private static Estimator estimator() {
        return Slope.predict("species")
                .rows(RowSelection.defaults().folds(2))
                .recipe(Recipe.plain().epochs(2).hidden(List.of(4)));
    }

    private Path model() {
        return folder.resolve("model.onnx");
    }

    private static FinishedTuning tune(TuningRequest request) throws InterruptedException {
        return tune(request, TuningListener.SILENT);
    }

    private static FinishedTuning tune(TuningRequest request, TuningListener listener) throws InterruptedException {
        return (FinishedTuning) Tuning.of(request).run(listener);
    }

    /// What a search has told of.
    private static final class Told implements TuningListener {
        private final List<Integer> started = new ArrayList<>();
        private final List<Integer> earlier = new ArrayList<>();
        private final List<TrialOutcome> outcomes = new ArrayList<>();

        @Override
        public void started(Trial trial, Run run, Optional<Duration> timeLeft) {
            started.add(trial.number());
        }

        @Override
        public void ended(Trial trial, TrialOutcome outcome, boolean isEarlier) {
            outcomes.add(outcome);
            if (isEarlier) {
                earlier.add(trial.number());
            }
        }
    }
}
