package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.evaluation.Scores;
import slope.fit.Boxes;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.fit.RowSelection;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Initializer;
import slope.layer.LayerNorm;
import slope.layer.Residual;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.optimizer.Optimizer;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.target.NumberPredictions;
import slope.target.Numbers;
import slope.target.QuantilePredictions;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.TargetScale;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;

/// What every recipe and every way to choose rows does, on [Boxes].
class RecipesTest {
    private static final Recipe SHORT = Recipe.plain().hidden(List.of(8)).epochs(5);

    @Test
    void theTunedRecipeLearnsEveryTask() {
        Recipe tuned = Recipe.tuned().hidden(List.of(16, 16)).epochs(64);
        Table boxes = Boxes.of(200);
        for (TargetChoice choice : List.of(
                TargetChoice.of("size"),
                TargetChoice.of("volume"),
                TargetChoice.of("width", "height"),
                TargetChoice.of("volume").quantiles(List.of(0.1, 0.9)),
                TargetChoice.of("volume").kind(TargetKind.COUNT).exposure("width"),
                TargetChoice.of("volume").kind(TargetKind.GAMMA),
                TargetChoice.of("volume").power(1.2).exposure("width"))) {
            FitResult trained = Slope.predict(choice).recipe(tuned).fit(boxes);
            Metric metric = trained.metric();
            Scores scores = trained.scores();

            assertThat(metric.toMinimise(scores.model().score(metric)))
                    .as("%s of %s", metric.title(), choice)
                    .isLessThan(metric.toMinimise(scores.baseline().score(metric)));
        }
    }

    @Test
    void theEnsembleIsTheMeanOfItsMembers() {
        Recipe ensemble =
                Recipe.ensemble().hidden(List.of(16)).with(Setting.MEMBERS, 3).epochs(12);
        Table boxes = Boxes.of(200);
        for (String target : List.of("size", "volume")) {
            FitResult trained = Slope.predict(target).recipe(ensemble).fit(boxes);
            Metric metric = trained.metric();
            Scores scores = trained.scores();

            assertThat(metric.toMinimise(scores.model().score(metric)))
                    .as(target)
                    .isLessThan(metric.toMinimise(scores.baseline().score(metric)));
        }
    }

    /// As their authors have it: a logit for each class and softmax, also of two.
    @Test
    void twoClassesHaveTwoLogitsInTheTunedRecipeAndTheEnsemble() {
        for (Recipe recipe : Recipe.all()) {
            FitPlan prepared = Slope.predict("size").recipe(recipe).plan(Boxes.of(60));
            assertThat(prepared.first().architecture().outputs())
                    .as("logits of %s", recipe.title())
                    .isEqualTo(recipe instanceof PlainMlp ? 1 : 2);
        }
    }

    @Test
    void logitsOfMembersAreAveragedAsProbabilities() {
        Target two = new Classes("y", List.of("a", "b"));
        Table rows = Table.of(NumberColumn.of("x", 1, 2));
        double[] decoded = two.decode(new float[] {100, 0, 0, 0}, 2, rows); // rows × members × 1

        assertThat(decoded[1]).isCloseTo(0.75, within(1e-9));
        assertThat(decoded[3]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void thePlainRecipeHasNormsAndBlocks() {
        Recipe blocks = Recipe.plain().with(Setting.RESIDUAL, true);

        assertThat(architecture(Recipe.plain().with(Setting.NORM, Norm.LAYER).hidden(List.of(5)))
                        .layers())
                .containsExactly(
                        new Dense(5, Activation.IDENTITY, Dense.Bias.ABSENT),
                        new LayerNorm(Activation.RELU),
                        new Dense(1, Activation.IDENTITY, Dense.Bias.PRESENT));
        assertThat(architecture(blocks.activation(Activation.TANH)).layers())
                .containsExactly(
                        new Dense(64, Activation.TANH, Dense.Bias.PRESENT),
                        new Residual(List.of(new Dense(64, Activation.TANH, Dense.Bias.PRESENT))),
                        new Dense(1, Activation.IDENTITY, Dense.Bias.PRESENT));
        for (List<Integer> hidden : List.of(List.of(8, 4), List.of(8), List.<Integer>of())) {
            assertThatThrownBy(() -> architecture(blocks.hidden(hidden)))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "residual blocks need at least 2 hidden layers of one width, such as 64,64, not %s"
                                    + " (leave it out)",
                            SettingText.of(hidden));
        }
    }

    private static Architecture architecture(Recipe recipe) {
        return Slope.predict("volume").recipe(recipe).plan(Boxes.of(60)).first().architecture();
    }

    @Test
    void optimizersHaveSettingsOfTheirOwn() {
        Recipe searching = Recipe.plain().optimizer(Optimizer.lbfgs());

        assertThat(Slope.predict("size")
                        .recipe(searching.with(Setting.WEIGHT_DECAY, 0.5))
                        .plan(Boxes.of(60))
                        .settings()
                        .get(Setting.OPTIMIZER))
                .isEqualTo(new Lbfgs(10, 1e-4, 0.5));
        assertThat(Slope.predict("size")
                        .recipe(Recipe.plain().optimizer(Optimizer.adamW(0.2)))
                        .plan(Boxes.of(60))
                        .settings()
                        .get(Setting.WEIGHT_DECAY))
                .isEqualTo(0.2);
        assertRefused(searching.batchSize(7), "the optimizer lbfgs has no setting batch for binary classification");
        assertRefused(searching.learningRate(1), "the optimizer lbfgs has no setting learning-rate");
        assertRefused(Recipe.tuned().optimizer(Optimizer.lbfgs()), "the schedules of the recipe tuned need batches");
        assertRefused(
                Recipe.ensemble().optimizer(Optimizer.lbfgs()), "the schedules of the recipe ensemble need batches");
    }

    private static void assertRefused(Recipe recipe, String words) {
        assertThatThrownBy(() -> Slope.predict("size").recipe(recipe).plan(Boxes.of(60)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(words);
    }

    /// L-BFGS takes a network without dropout on, and no other.
    @Test
    void lbfgsFineTunesNetworksWithoutDropout() {
        Table boxes = Boxes.of(100);
        FittedNetwork plain = member(Recipe.plain().epochs(2), boxes);
        FittedNetwork dropping = member(Recipe.tuned().hidden(List.of(6)).epochs(2), boxes);

        FitResult result = Slope.predict("size")
                .recipe(Recipe.fineTune(plain).optimizer(Optimizer.lbfgs()).epochs(5))
                .fit(boxes);

        assertThat(result.model().members()).hasSize(1);
        assertRefused(
                Recipe.fineTune(dropping).optimizer(Optimizer.lbfgs()),
                "the optimizer lbfgs needs the same loss each time, but the given network has dropout");
    }

    private static FittedNetwork member(Recipe recipe, Table boxes) {
        return Slope.predict("size").recipe(recipe).fit(boxes).model().members().getFirst();
    }

    @Test
    void quantilesNeverCross() {
        FitResult trained = Slope.predict(TargetChoice.of("volume").quantiles(List.of(0.2, 0.5, 0.8)))
                .recipe(SHORT)
                .fit(Boxes.of(100));
        QuantilePredictions predictions = (QuantilePredictions) trained.model().predict(Boxes.of(300));
        for (int row = 0; row < predictions.rows(); row++) {
            assertThat(predictions.value(row, 0)).isLessThanOrEqualTo(predictions.value(row, 1));
            assertThat(predictions.value(row, 1)).isLessThanOrEqualTo(predictions.value(row, 2));
        }
    }

    @Test
    void foldsAreAveragedAndEachRowIsJudgedByNetworksThatDidNotLearnFromIt() {
        Table boxes = Boxes.of(90);
        Estimator trainer = Slope.predict("volume").recipe(SHORT);
        FitResult trained = trainer.rows(RowSelection.defaults().folds(3)).fit(boxes);

        assertThat(trained.model().members()).hasSize(3);
        assertThat(trained.outOfFold().rows()).isEqualTo(90);
        double mean = trained.model().members().stream()
                .mapToDouble(member -> new Model(List.of(member)).predict(boxes) instanceof NumberPredictions numbers
                        ? numbers.value(7)
                        : Double.NaN)
                .average()
                .orElseThrow();
        assertThat(((NumberPredictions) trained.model().predict(boxes)).value(7))
                .isCloseTo(mean, within(1e-9));
        // The scales of the folds differ: each has its own training rows.
        assertThat(trained.model().members().stream().map(FittedNetwork::target).distinct())
                .hasSize(3);
        assertThatThrownBy(() -> RowSelection.defaults().folds(3).refit(RowSelection.Refit.ALL_ROWS))
                .hasMessageContaining("a refit trains one network on all rows");
    }

    @Test
    void refitLearnsFromAllRowsUpToTheBestEpoch() {
        Table boxes = Boxes.of(60);
        Estimator trainer = Slope.predict("volume").recipe(SHORT);
        FitResult trained = trainer.rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS))
                .fit(boxes);

        TableEncoder encoding = trained.model().members().getFirst().encoding();
        TableEncoder ofAll = Recipe.plain().encoder(boxes.without(Set.of("volume")));
        assertThat(encoding).isEqualTo(ofAll);
        assertThat(trained.record().data().trainingRows()).isEqualTo(48);
    }

    @Test
    void refitKeepsTheBestEpochAlone() {
        FitResult trained = Slope.predict("volume")
                .recipe(Recipe.tuned()
                        .hidden(List.of(4))
                        .epochs(15)
                        .batchSize(20)
                        .with(Setting.SNAPSHOTS, 4))
                .rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS))
                .fit(Boxes.of(100));

        assertThat(trained.model().members()).hasSize(1);
        assertThat(trained.results().getFirst().bestEpoch()).isGreaterThan(1);
    }

    /// A whole batch is a step, so that the order of rows does not matter; and the plain recipe, whose start does not
    /// depend on the rows.
    @Property(tries = 10, seed = "1")
    void weightsEqualRepeatedRows(@ForAll @Size(40) List<@IntRange(min = 1, max = 3) Integer> weights) {
        Table boxes = Boxes.of(40);
        int[] repeated = IntStream.range(0, 40)
                .flatMap(row -> IntStream.generate(() -> row).limit(weights.get(row)))
                .toArray();
        Examples weighed = examples(boxes, IntStream.range(0, 40).toArray()).weights(floats(weights));
        Examples many = examples(boxes, repeated);
        Network start = Network.start(
                Architecture.inputs(2).dense(5, Activation.TANH).dense(1, Activation.IDENTITY), Initializer.GLOROT, 1);
        Trainer trainer = Trainer.of(Loss.meanSquaredError(), Optimizer.momentum(0.9))
                .batchSize(1000)
                .stopping(Stopping.after(20));

        float[] one = trainer.train(start, weighed).network().parameters().toArray();
        float[] other = trainer.train(start, many).network().parameters().toArray();
        for (int index = 0; index < one.length; index++) {
            assertThat(one[index]).isCloseTo(other[index], within(1e-5f));
        }
    }

    @Test
    void weightsOfRowsReachTrainingAndScores() {
        Table boxes = Boxes.of(120);
        double[] doubled = new double[120];
        Arrays.fill(doubled, 2);
        List<Column> columns = new ArrayList<>(boxes.columns());
        columns.add(NumberColumn.of("times", doubled));
        Estimator trainer = Slope.predict("size").recipe(SHORT);
        Estimator weighed = trainer.rows(RowSelection.defaults().weight("times"));

        // The same weight for all rows is none.
        assertThat(weighed.fit(new Table(columns)).scores().model())
                .isEqualTo(trainer.fit(boxes).scores().model());
    }

    private static Examples examples(Table boxes, int[] rows) {
        Table chosen = boxes.select(rows);
        Table inputs = boxes.without(Set.of("volume", "size"));
        float[] encoded = Recipe.plain().encoder(inputs).encode(chosen);
        Target target = new Numbers(List.of(TargetScale.fit(boxes.column("volume"), TargetScale.Range.UNBOUNDED)));
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
