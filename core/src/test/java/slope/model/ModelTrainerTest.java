package slope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.data.CategoryColumn;
import slope.data.Column;
import slope.data.DataException;
import slope.data.Encoding;
import slope.data.EncodingStyle;
import slope.data.Examples;
import slope.data.InputColumns;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.data.TargetScale;
import slope.evaluation.Metric;
import slope.evaluation.Predictions;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Initializer;
import slope.network.Network;
import slope.random.SplitRandom;
import slope.training.Loss;
import slope.training.Optimizer;
import slope.training.Stopping;
import slope.training.Trainer;

class ModelTrainerTest {
    private static final Recipe SHORT = Recipe.plain().hidden(List.of(8)).epochs(5);

    @Test
    void wordsAreLearnedAsClasses() {
        TrainedModel trained =
                ModelTrainer.forTarget("size").recipe(Recipe.plain()).train(boxes(200));

        assertThat(trained.model().task()).isEqualTo(Task.BINARY_CLASSIFICATION);
        Predictions predictions = trained.model().predict(boxes(200));
        Column actual = boxes(200).column("size");
        int right = 0;
        for (int row = 0; row < actual.rows(); row++) {
            right += predictions.text(row).equals(actual.text(row)) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(190);
    }

    @Test
    void numbersAreLearnedAsNumbersInTheirOwnUnit() {
        TrainedModel trained = ModelTrainer.forTarget("volume")
                .recipe(Recipe.plain())
                .ignoring(Set.of("size"))
                .train(boxes(400));

        assertThat(trained.model().task()).isEqualTo(Task.REGRESSION);
        Predictions.Numbers predictions = (Predictions.Numbers) trained.model().predict(boxes(400));
        NumberColumn actual = (NumberColumn) boxes(400).column("volume");
        for (int row = 0; row < actual.rows(); row++) {
            assertThat(Math.abs(predictions.value(row) - actual.value(row))).isLessThan(60);
        }
    }

    @Test
    void rowsWithoutTargetAreCountedAndLeftOut() {
        Table table = Table.of(
                NumberColumn.of("x", 1, 2, 3, 4, 5, 6), CategoryColumn.of("y", "a", null, "b", "a", "b", null));
        PreparedTraining prepared =
                ModelTrainer.forTarget("y").validationShare(0.5).prepare(table);

        assertThat(prepared.rows().leftOut()).isEqualTo(2);
        assertThat(prepared.members().getFirst().training().rows()
                        + prepared.members().getFirst().validation().rows())
                .isEqualTo(4);
    }

    @Test
    void validationRowsTeachTheEncodingNothing() {
        Table table = boxes(100);
        PreparedTraining prepared = ModelTrainer.forTarget("size").recipe(SHORT).prepare(table);
        double[] poisoned = new double[100];
        for (int row = 0; row < 100; row++) {
            poisoned[row] = ((NumberColumn) table.column("width")).value(row);
        }
        for (int row : prepared.members().getFirst().split().validation()) {
            poisoned[row] = 1e9;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(0, NumberColumn.of("width", poisoned));
        PreparedTraining other = ModelTrainer.forTarget("size").recipe(SHORT).prepare(new Table(columns));

        assertThat(other.members().getFirst().encoding())
                .isEqualTo(prepared.members().getFirst().encoding());
        assertThat(other.members().getFirst().split().validation())
                .isEqualTo(prepared.members().getFirst().split().validation());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        ModelTrainer trainer = ModelTrainer.forTarget("size").recipe(SHORT);
        float[] first = trainer.train(boxes(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] again = trainer.train(boxes(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] other = trainer.seed(1)
                .train(boxes(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void ignoredColumnsAreLeftOutWithTheReason() {
        PreparedTraining prepared = ModelTrainer.forTarget("size")
                .ignoring(Set.of("volume"))
                .recipe(SHORT)
                .prepare(boxes(100));

        assertThat(prepared.columns().used()).containsExactly("width", "height");
        assertThat(prepared.columns().leftOut())
                .containsExactly(new InputColumns.LeftOut("volume", "ignored as asked"));
    }

    @Test
    void anUnknownTargetIsNamedWithTheNearestColumn() {
        assertThatThrownBy(() -> ModelTrainer.forTarget("volum").train(boxes(30)))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"volum\"; did you mean \"volume\"?");
    }

    @Test
    void oneClassIsNothingToLearn() {
        Table table = Table.of(NumberColumn.of("x", 1, 2, 3, 4), CategoryColumn.of("y", "a", "a", "a", "a"));

        assertThatThrownBy(() -> ModelTrainer.forTarget("y").train(table))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has one value only, \"a\"; a target needs at least two to tell apart");
    }

    @Test
    void aTargetAloneIsNothingToPredictFrom() {
        assertThatThrownBy(
                        () -> ModelTrainer.forTarget("y").train(Table.of(CategoryColumn.of("y", "a", "b", "a", "b"))))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" is the only one; there is nothing to predict it from");
    }

    @Test
    void aTargetWithTwoNumbersMakesTwoClasses() {
        Table table = Table.of(NumberColumn.of("x", 3, 1, 4, 1, 5, 9), NumberColumn.of("y", 10, 9, 10, 9, 9, 10));

        assertThat(ModelTrainer.forTarget("y")
                        .prepare(table)
                        .members()
                        .getFirst()
                        .target())
                .isEqualTo(new TargetEncoding.Classes("y", List.of("9", "10")));
    }

    /// Boxes whose size is a word for their width plus height, and whose volume is a product.
    private static Table boxes(int rows) {
        SplitRandom random = SplitRandom.of(3);
        double[] widths = new double[rows];
        double[] heights = new double[rows];
        double[] volumes = new double[rows];
        String[] sizes = new String[rows];
        for (int row = 0; row < rows; row++) {
            widths[row] = 10 + 20 * random.nextDouble();
            heights[row] = 10 + 20 * random.nextDouble();
            volumes[row] = widths[row] * heights[row];
            sizes[row] = widths[row] + heights[row] > 40 ? "large" : "small";
        }
        return Table.of(
                NumberColumn.of("width", widths),
                NumberColumn.of("height", heights),
                NumberColumn.of("volume", volumes),
                CategoryColumn.of("size", sizes));
    }

    @Test
    void theTunedRecipeLearnsEveryTask() {
        Recipe tuned = Recipe.tuned().hidden(List.of(16, 16)).epochs(12);
        Table boxes = boxes(200);
        for (TargetChoice choice : List.of(
                TargetChoice.of("size"),
                TargetChoice.of("volume"),
                TargetChoice.of("width", "height"),
                TargetChoice.of("volume").quantiles(List.of(0.1, 0.9)),
                TargetChoice.of("volume").task(Task.COUNT_REGRESSION).exposure("width"))) {
            TrainedModel trained = ModelTrainer.forTarget(choice).recipe(tuned).train(boxes);
            Metric metric = trained.preparation().metric();
            TrainedModel.Scores scores = trained.validationScores();

            assertThat(metric.toMinimise(scores.model().score(metric)))
                    .as("%s of %s", metric.title(), choice)
                    .isLessThan(metric.toMinimise(scores.baseline().score(metric)));
        }
    }

    @Test
    void theEnsembleIsTheMeanOfItsMembers() {
        Recipe ensemble =
                Recipe.ensemble().hidden(List.of(16)).with(Setting.MEMBERS, 3).epochs(12);
        Table boxes = boxes(200);
        for (String target : List.of("size", "volume")) {
            TrainedModel trained =
                    ModelTrainer.forTarget(target).recipe(ensemble).train(boxes);
            Metric metric = trained.preparation().metric();
            TrainedModel.Scores scores = trained.validationScores();

            assertThat(metric.toMinimise(scores.model().score(metric)))
                    .as(target)
                    .isLessThan(metric.toMinimise(scores.baseline().score(metric)));
        }
    }

    @Test
    void logitsOfMembersAreAveragedAsProbabilities() {
        TargetEncoding two = new TargetEncoding.Classes("y", List.of("a", "b"));
        Table rows = Table.of(NumberColumn.of("x", 1, 2));
        double[] meanings = Outputs.meanings(two, new float[] {100, 0, 0, 0}, 2, rows); // rows × members × 1

        assertThat(meanings[1]).isCloseTo(0.75, within(1e-9));
        assertThat(meanings[3]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void quantilesNeverCross() {
        TrainedModel trained = ModelTrainer.forTarget(TargetChoice.of("volume").quantiles(List.of(0.2, 0.5, 0.8)))
                .recipe(SHORT)
                .train(boxes(100));
        Predictions.Quantiles predictions =
                (Predictions.Quantiles) trained.model().predict(boxes(300));
        for (int row = 0; row < predictions.rows(); row++) {
            assertThat(predictions.value(row, 0)).isLessThanOrEqualTo(predictions.value(row, 1));
            assertThat(predictions.value(row, 1)).isLessThanOrEqualTo(predictions.value(row, 2));
        }
    }

    @Test
    void foldsAreAveragedAndEachRowIsJudgedByNetworksThatDidNotLearnFromIt() {
        Table boxes = boxes(90);
        ModelTrainer trainer = ModelTrainer.forTarget("volume").recipe(SHORT);
        TrainedModel trained = trainer.rows(RowChoice.usual().folds(3)).train(boxes);

        assertThat(trained.model().members()).hasSize(3);
        assertThat(trained.validation().rows()).isEqualTo(90);
        double mean = trained.model().members().stream()
                .mapToDouble(member -> new Model(List.of(member)).predict(boxes) instanceof Predictions.Numbers numbers
                        ? numbers.value(7)
                        : Double.NaN)
                .average()
                .orElseThrow();
        assertThat(((Predictions.Numbers) trained.model().predict(boxes)).value(7))
                .isCloseTo(mean, within(1e-9));
        // The scales of the folds differ: each has its own training rows.
        assertThat(trained.model().members().stream().map(Member::target).distinct())
                .hasSize(3);
        assertThatThrownBy(() -> RowChoice.usual().folds(3).refit(RowChoice.Refit.ALL_ROWS))
                .hasMessageContaining("--refit trains one network on all rows");
    }

    @Test
    void refitLearnsFromAllRowsUpToTheBestEpoch() {
        Table boxes = boxes(60);
        ModelTrainer trainer = ModelTrainer.forTarget("volume").recipe(SHORT);
        TrainedModel trained =
                trainer.rows(RowChoice.usual().refit(RowChoice.Refit.ALL_ROWS)).train(boxes);

        Encoding encoding = trained.model().members().getFirst().encoding();
        Encoding ofAll = Encoding.fit(boxes.without(Set.of("volume")), EncodingStyle.PLAIN);
        assertThat(encoding).isEqualTo(ofAll);
        assertThat(trained.judged().getFirst().encoding()).isNotEqualTo(ofAll);
    }

    @Test
    void aTimeLimitEndsTrainingWithTheBestSoFar() {
        long start = System.nanoTime();
        TrainedModel trained = ModelTrainer.forTarget("volume")
                .recipe(Recipe.plain().epochs(1_000_000))
                .timeLimit(Duration.ofMillis(300))
                .train(boxes(200));

        assertThat((System.nanoTime() - start) * 1e-9).isLessThan(5);
        assertThat(trained.results().getFirst().history()).isNotEmpty();
    }

    /// A whole batch is a step, so that the order of rows does not matter; and the plain recipe, whose start does not
    /// depend on the rows.
    @Property(tries = 10)
    void weightsEqualRepeatedRows(@ForAll @Size(40) List<@IntRange(min = 1, max = 3) Integer> weights) {
        Table boxes = boxes(40);
        int[] repeated = IntStream.range(0, 40)
                .flatMap(row -> IntStream.generate(() -> row).limit(weights.get(row)))
                .toArray();
        Examples weighed = examples(boxes, IntStream.range(0, 40).toArray()).weights(floats(weights));
        Examples many = examples(boxes, repeated);
        Network start = Network.start(
                Architecture.inputs(2).dense(5, Activation.TANH).dense(1, Activation.IDENTITY), Initializer.GLOROT, 1);
        Trainer trainer = Trainer.of(Loss.MEAN_SQUARED_ERROR, Optimizer.momentum(0.9))
                .batchSize(1000)
                .stopping(Stopping.after(20));

        float[] one = trainer.train(start, weighed).network().parameters().toArray();
        float[] other = trainer.train(start, many).network().parameters().toArray();
        for (int index = 0; index < one.length; index++) {
            assertThat(one[index]).isCloseTo(other[index], within(1e-5f));
        }
    }

    @Test
    void weightsOfRowsAndClassesReachTrainingAndScores() {
        Table boxes = boxes(120);
        double[] doubled = new double[120];
        Arrays.fill(doubled, 2);
        List<Column> columns = new ArrayList<>(boxes.columns());
        columns.add(NumberColumn.of("times", doubled));
        ModelTrainer trainer = ModelTrainer.forTarget("size").recipe(SHORT);
        ModelTrainer weighed = trainer.rows(RowChoice.usual().weight("times"));

        // The same weight for all rows is none.
        assertThat(weighed.train(new Table(columns)).validationScores().model())
                .isEqualTo(trainer.train(boxes).validationScores().model());
        double[] weights = new ClassWeights.Balanced()
                .of(new TargetEncoding.Classes("y", List.of("a", "b")), new float[] {0, 0, 0, 1});
        assertThat(weights).containsExactly(4 / 6.0, 2);
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("a", 1.0))
                        .of(new TargetEncoding.Classes("y", List.of("a", "b")), new float[] {0}))
                .hasMessage("the class weights have none for \"b\"; give each class one");
    }

    private static Examples examples(Table boxes, int[] rows) {
        Table chosen = boxes.select(rows);
        Table inputs = boxes.without(Set.of("volume", "size"));
        float[] encoded = Encoding.fit(inputs).encode(chosen);
        TargetEncoding target = new TargetEncoding.Numbers(
                List.of(TargetScale.fit(boxes.column("volume"), TargetScale.Range.UNBOUNDED)));
        return Examples.of(encoded, 2, target.encode(chosen), 1);
    }

    private static float[] floats(List<Integer> values) {
        float[] floats = new float[values.size()];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = values.get(index);
        }
        return floats;
    }
}
