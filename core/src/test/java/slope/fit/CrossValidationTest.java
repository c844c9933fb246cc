package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.Slope;
import slope.evaluation.Evaluation;
import slope.evaluation.Scores;
import slope.internal.random.SplitRandom;
import slope.metric.CustomMetric;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.split.Split;
import slope.split.TrainTest;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.training.TrainingListener;

/// Scores of rows that had no part in the training of what predicts them.
class CrossValidationTest {
    private static final Recipe SHORT = Recipe.plain().hidden(List.of(32)).epochs(30);

    @Test
    void whatCanBeLearnedIsPredicted() {
        Scores scores = Slope.predict("size").recipe(SHORT).crossValidate(Boxes.of(200), 4);
        assertThat(scores.rows()).isEqualTo(200);
        assertThat(scores.model().score(Metric.ACCURACY)).isGreaterThan(0.85);
        assertThat(scores.isNoBetter(Metric.ACCURACY)).isFalse();
    }

    /// Always the same, so that the last epoch is kept.
    record Constant() implements CustomMetric {
        @Override
        public String title() {
            return "constant";
        }

        @Override
        public Better better() {
            return Better.HIGHER;
        }

        @Override
        public double score(ScoredRows rows) {
            return 1;
        }
    }

    /// The network learns the rows by heart, as the scores of training rows say.
    @Test
    void theTossOfACoinIsNotForetold() {
        Table coins = coins(240);
        Estimator estimator = Slope.predict("side")
                .recipe(Recipe.tuned().hidden(List.of(32)).epochs(60).with(Setting.PATIENCE, 60))
                .rows(RowSelection.defaults().folds(1))
                .metric(new Constant());
        assertThat(estimator.fit(coins).trainingScores().model().score(Metric.ACCURACY))
                .isGreaterThan(0.7);
        assertThat(estimator.crossValidate(coins, 3).model().score(Metric.ACCURACY))
                .isCloseTo(0.5, within(0.1));
    }

    static Stream<TargetChoice> targets() {
        return Stream.of(
                TargetChoice.of("volume"),
                TargetChoice.of("volume", "width"),
                TargetChoice.of("volume").quantiles(List.of(0.1, 0.9)),
                TargetChoice.of("size"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyKindOfTargetIsScoredOnAllRows(TargetChoice target) {
        Scores scores = Slope.predict(target).recipe(SHORT.epochs(2)).crossValidate(Boxes.of(60), 3);
        assertThat(scores.rows()).isEqualTo(60);
        assertThat(scores.model().scores()).isNotEmpty().doesNotContainValue(Double.NaN);
        assertThat(scores.baseline().scores().keySet())
                .isEqualTo(scores.model().scores().keySet());
    }

    @Test
    void eachFoldHasItsScores() {
        CrossValidation.Result result = CrossValidation.of(
                        Slope.predict("volume").recipe(SHORT.epochs(2)), 3)
                .repeats(2)
                .run(Boxes.of(60));
        assertThat(result.folds()).hasSize(6);
        assertThat(result.folds()).extracting(CrossValidation.Fold::repeat).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(result.folds()).extracting(CrossValidation.Fold::fold).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(result.folds()).allSatisfy(fold -> {
            assertThat(fold.rows().training()).isEqualTo(40);
            assertThat(fold.rows().test()).isEqualTo(20);
        });
        double mean = result.folds().stream()
                .mapToDouble(fold -> fold.model().score(Metric.RMSE))
                .average()
                .orElseThrow();
        assertThat(result.spread(Metric.RMSE).mean()).isCloseTo(mean, within(1e-12));
        assertThat(result.spread(Metric.RMSE).folds()).isEqualTo(6);
    }

    /// Other folds, and other first weights.
    @Test
    void repeatsAreDrawnAnew() {
        CrossValidation validation = CrossValidation.of(Slope.predict("volume").recipe(SHORT.epochs(2)), 2)
                .repeats(2);
        List<CrossValidation.Fold> folds = validation.run(Boxes.of(40)).folds();
        assertThat(folds.get(0).model()).isNotEqualTo(folds.get(2).model());
        assertThat(folds.get(0).baseline()).isNotEqualTo(folds.get(2).baseline());
        assertThat(validation.run(Boxes.of(40)).folds()).isEqualTo(folds);
    }

    /// y = 3x − 2: a line is exact, and two epochs of a network are not.
    @Test
    void aLinearModelIsAYardstick() {
        double[] x = SplitRandom.of(8).doubles(60).toArray();
        double[] y = Arrays.stream(x).map(each -> 3 * each - 2).toArray();
        Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("y", y));
        CrossValidation.Result result = CrossValidation.of(Slope.predict("y").recipe(SHORT.epochs(2)), 3)
                .run(table);
        assertThat(result.folds()).allSatisfy(fold -> {
            double linear = fold.linear().orElseThrow().score(Metric.RMSE);
            assertThat(linear).isLessThan(0.05 * fold.baseline().score(Metric.RMSE));
        });
        assertThat(result.aboveLinear(Metric.RMSE).mean()).isPositive();
        assertThat(result.aboveBaseline(Metric.R2).mean()).isPositive();
    }

    @Test
    void quantilesHaveNoLinearYardstick() {
        CrossValidation.Result result = CrossValidation.of(
                        Slope.predict(TargetChoice.of("volume").quantiles(List.of(0.1, 0.9)))
                                .recipe(SHORT.epochs(2)),
                        2)
                .run(Boxes.of(40));
        assertThat(result.folds()).allSatisfy(fold -> assertThat(fold.linear()).isEmpty());
        assertThat(result.aboveLinear(Metric.PINBALL).mean()).isNaN();
    }

    /// The yardstick of a fit is scored on the same rows as the fit.
    @Test
    void aFitHasALinearYardstickOutOfFold() {
        double[] x = SplitRandom.of(8).doubles(60).toArray();
        double[] y = Arrays.stream(x).map(each -> 3 * each - 2).toArray();
        Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("y", y));
        Fit fit = Slope.predict("y")
                .recipe(SHORT.epochs(2))
                .rows(RowSelection.defaults().folds(3))
                .plan(table)
                .train(TrainingListener.silent());
        assertThat(fit.linearScores().orElseThrow().score(Metric.RMSE))
                .isLessThan(0.05 * fit.outOfFold().scores().baseline().score(Metric.RMSE));
        assertThat(fit.result().intervals().orElseThrow().units()).isEqualTo(60);
    }

    @Test
    void rowsWithoutATargetTakeNoPart() {
        double[] answers = new double[40];
        Arrays.setAll(answers, row -> row < 4 ? Double.NaN : row % 7);
        double[] inputs = new double[40];
        Arrays.setAll(inputs, row -> row % 11);
        Table table = Table.of(NumberColumn.of("x", inputs), NumberColumn.of("y", answers));
        Scores scores = Slope.predict("y").recipe(SHORT.epochs(2)).crossValidate(table, 2);
        assertThat(scores.rows()).isEqualTo(36);
    }

    @Test
    void groupsAreFoldsAsWell() {
        String[] customers = new String[90];
        String[] sides = new String[90];
        for (int row = 0; row < 90; row++) {
            customers[row] = "customer " + row / 3;
            sides[row] = SplitRandom.of(row / 3).nextDouble() < 0.5 ? "heads" : "tails";
        }
        Table table = Table.of(CategoryColumn.of("customer", customers), CategoryColumn.of("side", sides), noise(90));
        Estimator estimator =
                Slope.predict("side").recipe(SHORT).rows(RowSelection.defaults().group("customer"));
        assertThat(estimator.crossValidate(table, 3).rows()).isEqualTo(90);
    }

    @Test
    void whatCannotBeIsRefused() {
        Table boxes = Boxes.of(30);
        Estimator estimator = Slope.predict("size").recipe(SHORT);
        assertThatThrownBy(() -> estimator.crossValidate(boxes, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cross-validation needs at least 2 folds, not 1");
        assertThatThrownBy(() -> estimator.crossValidate(boxes, 31))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("30 rows cannot be shared among 31 folds");
        assertThatThrownBy(() ->
                        estimator.rows(RowSelection.defaults().testShare(0.2)).crossValidate(boxes, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave the share of test rows out");
        assertThatThrownBy(() ->
                        estimator.rows(RowSelection.defaults().time("width")).crossValidate(boxes, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("split rows by time");
    }

    @Test
    void onlyTheColumnsThatAreNamedAreInputs() {
        Estimator estimator = Slope.predict("size").columns("width").recipe(SHORT.epochs(2));
        assertThat(estimator.fit(Boxes.of(60)).model().columns()).containsOnlyKeys("width");
        assertThatThrownBy(() -> estimator.columns("widht").fit(Boxes.of(60)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no column \"widht\"; did you mean \"width\"?");
    }

    @Test
    void anEvaluationScoresOtherRowsBesideTheirBaseline() {
        TrainTest rows = Split.random(0.8, 7).of(Boxes.of(100));
        FitResult fitted = Slope.predict("size").recipe(SHORT).fit(rows.train());
        Evaluation evaluation = Evaluation.of(fitted.model(), rows.test());

        assertThat(evaluation.rows().rows()).isEqualTo(20);
        assertThat(evaluation.scores().model())
                .isEqualTo(fitted.testScores(rows.test()).model());
        CategoryColumn sizes = (CategoryColumn) rows.test().column("size");
        long large = count(sizes, "large");
        assertThat(evaluation.scores().baseline().score(Metric.ACCURACY))
                .isCloseTo(Math.max(large, 20 - large) / 20.0, within(1e-12));
        assertThat(evaluation.toString()).startsWith("accuracy ").contains(" (baseline ");
    }

    private static long count(CategoryColumn column, String category) {
        long count = 0;
        for (int row = 0; row < column.rows(); row++) {
            count += column.text(row).equals(category) ? 1 : 0;
        }
        return count;
    }

    private static Table coins(int rows) {
        SplitRandom random = SplitRandom.of(1_000); // others than the noise has
        String[] sides = new String[rows];
        Arrays.setAll(sides, row -> random.nextDouble() < 0.5 ? "heads" : "tails");
        List<Column> columns = new ArrayList<>(List.of(CategoryColumn.of("side", sides)));
        for (int index = 0; index < 12; index++) {
            columns.add(NumberColumn.of("noise " + index, noise(index, rows)));
        }
        return new Table(columns);
    }

    private static NumberColumn noise(int rows) {
        return NumberColumn.of("noise", noise(1, rows));
    }

    private static double[] noise(long seed, int rows) {
        SplitRandom random = SplitRandom.of(seed);
        double[] values = new double[rows];
        Arrays.setAll(values, row -> random.nextDouble());
        return values;
    }
}
