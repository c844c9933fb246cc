package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.linear.LinearPart;
import slope.metric.Metric;
import slope.model.Model;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.NumberPredictions;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.training.TrainingListener;

class LinearTrialTest {
    private static final int ROWS = 400;
    private static final Recipe SHORT = Recipe.tuned().hidden(List.of(16)).epochs(8);

    /// A price that is twice an amount, give or take 2, and a label that depends on the logarithm of it.
    private static Table amounts(long seed) {
        SplitRandom random = SplitRandom.of(seed);
        double[] amounts = IntStream.range(0, ROWS)
                .mapToDouble(_ -> Math.exp(4 + 1.5 * random.nextGaussian()))
                .toArray();
        double[] prices = IntStream.range(0, ROWS)
                .mapToDouble(row -> 2 * amounts[row] + row % 3 + 2 * random.nextGaussian())
                .toArray();
        double[] visits = IntStream.range(0, ROWS)
                .mapToDouble(row -> Math.floor(Math.sqrt(amounts[row]) * (0.8 + 0.4 * random.nextDouble())))
                .toArray();
        return Table.of(
                NumberColumn.of("amount", amounts),
                CategoryColumn.of(
                        "kind",
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> List.of("a", "b", "c").get(row % 3))
                                .toArray(String[]::new)),
                NumberColumn.of("price", prices),
                NumberColumn.of("visits", visits));
    }

    private static Fit fit(TargetChoice target, Recipe recipe, String other) {
        return Slope.predict(target)
                .ignoring(Set.of(other))
                .recipe(recipe)
                .rows(RowSelection.defaults().folds(2))
                .plan(amounts(1))
                .train(TrainingListener.silent());
    }

    @Test
    void anAmountThatGrowsInProportionIsLearnedToItsNoise() {
        Fit fit = fit(TargetChoice.of("price"), SHORT, "visits");
        Model model = fit.model();
        Table unseen = amounts(2);

        assertThat(fit.linearTrial())
                .hasValueSatisfying(trial -> assertThat(trial.isKept()).isTrue());
        assertThat(model.members())
                .hasSize(2)
                .allMatch(member -> member.linear().isPresent());
        assertThat(model.members().stream()
                        .map(member -> member.linear().map(LinearPart::strength))
                        .distinct())
                .hasSize(1);
        assertThat(model.predict(unseen).scores(model.target().actual(unseen)).score(Metric.RMSE))
                .isLessThan(1.3 * 2);
    }

    @Test
    void beyondTheTrainingRowsTheLinearPartGoesOn() {
        Model model = fit(TargetChoice.of("price"), SHORT, "visits").model();
        Table far = Table.of(NumberColumn.of("amount", 1e6), CategoryColumn.of("kind", "a"));

        assertThat(((NumberPredictions) model.predict(far)).value(0, 0)).isCloseTo(2e6, within(2e4));
    }

    @Test
    void whereALinearModelKnowsNothingTheNetworkStaysAsItWas() {
        SplitRandom random = SplitRandom.of(8);
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        double[] z =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        Table table = Table.of(
                NumberColumn.of("x", x),
                NumberColumn.of("z", z),
                NumberColumn.of(
                        "y",
                        IntStream.range(0, ROWS)
                                .mapToDouble(row -> x[row] * z[row])
                                .toArray()));
        Recipe longer = SHORT.epochs(40);

        Model tried = Slope.predict("y").recipe(longer).fit(table).model();
        Model without = Slope.predict("y")
                .recipe(longer.with(Setting.LINEAR_PART, LinearPartChoice.NEVER))
                .fit(table)
                .model();

        assertThat(tried.members()).allMatch(member -> member.linear().isEmpty());
        assertThat(tried.decoded(table)).isEqualTo(without.decoded(table));
    }

    /// Both are right in nearly every row; the network is less sure of it until it is calibrated.
    @Test
    void smoothedLabelsDoNotMakeALinearModelWorthATrial() {
        SplitRandom random = SplitRandom.of(9);
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        double[] z =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        String[] sides = IntStream.range(0, ROWS)
                .mapToObj(row -> x[row] + z[row] + 0.3 * random.nextGaussian() > 0 ? "above" : "below")
                .toArray(String[]::new);
        Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("z", z), CategoryColumn.of("side", sides));

        Fit fit = Slope.predict("side")
                .recipe(SHORT.epochs(40).with(Setting.LABEL_SMOOTHING, 0.4))
                .plan(table)
                .train(TrainingListener.silent());

        assertThat(fit.linearTrial()).isEmpty();
    }

    /// The latest rows are all equal, as those of a fold of few rows may be.
    @ParameterizedTest
    @ValueSource(strings = {"REGRESSION", "COUNT"})
    void validationRowsWithOneValueAreNoObstacle(String kind) {
        double[] x = IntStream.range(0, 60)
                .mapToDouble(row -> row < 50 ? row % 10 : 0)
                .toArray();
        double[] y = IntStream.range(0, 60)
                .mapToDouble(row -> row < 50 ? 3 * (row % 10) + row % 2 : 0)
                .toArray();
        Table table = Table.of(
                NumberColumn.of("x", x),
                NumberColumn.of(
                        "day", IntStream.range(0, 60).mapToDouble(row -> row).toArray()),
                NumberColumn.of("y", y));

        FitResult result = Slope.predict(TargetChoice.of("y").kind(TargetKind.valueOf(kind)))
                .recipe(SHORT)
                .rows(RowSelection.defaults().time("day").validationShare(0.1))
                .fit(table);

        assertThat(result.model().predict(table).rows()).isEqualTo(60);
    }

    /// Whole numbers among the validation rows alone have a score of counts that training rows lack.
    @Test
    void scoresThatOnlyValidationRowsHaveAreNotMissed() {
        double[] y = IntStream.range(0, 60)
                .mapToDouble(row -> row < 50 ? row / 4.0 : row % 3)
                .toArray();
        Table table = Table.of(
                NumberColumn.of(
                        "x", IntStream.range(0, 60).mapToDouble(row -> row % 7).toArray()),
                NumberColumn.of(
                        "day", IntStream.range(0, 60).mapToDouble(row -> row).toArray()),
                NumberColumn.of("y", y));

        FitResult result = Slope.predict("y")
                .recipe(SHORT)
                .rows(RowSelection.defaults().time("day").validationShare(1 / 6.0))
                .fit(table);

        assertThat(result.model().record().scores())
                .filteredOn(score -> score.metric().equals("poisson-deviance"))
                .isNotEmpty()
                .allSatisfy(score -> assertThat(score.training()).isNaN());
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "auto"})
    void rowsAreSaidAloneAsTogether(String choice) {
        Recipe recipe = SHORT.with(Setting.LINEAR_PART, Setting.LINEAR_PART.read(choice));
        Model model = fit(TargetChoice.of("visits").kind(TargetKind.COUNT), recipe, "price")
                .model();
        Table rows = amounts(3).select(new int[] {0, 1, 2, 3});
        NumberPredictions together = (NumberPredictions) model.predict(rows);

        for (int row = 0; row < rows.rows(); row++) {
            var cells = Map.of(
                    "amount",
                    ((NumberColumn) rows.column("amount")).value(row),
                    "kind",
                    rows.column("kind").text(row));
            assertThat(model.predict(cells).value()).isCloseTo(together.value(row, 0), within(1e-5));
        }
    }
}
