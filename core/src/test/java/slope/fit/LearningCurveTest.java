package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class LearningCurveTest {
    private static final Estimator ESTIMATOR = Slope.predict("y")
            .recipe(Recipe.plain().hidden(List.of()).epochs(30).learningRate(0.05));

    @Test
    void eachSizeHasTwiceTheRowsOfTheOneBefore() {
        LearningCurve curve = LearningCurve.of(ESTIMATOR, line(400), 2, ended -> {});
        assertThat(curve.points()).extracting(LearningCurve.Point::rows).containsExactly(10, 20, 40, 80, 160, 320);
        assertThat(curve.points()).allMatch(point -> point.scores().size() == 2);
        assertThat(curve.metric()).isEqualTo(Metric.RMSE);
    }

    @Test
    void moreRowsOfALineLowerTheError() {
        List<LearningCurve.Point> points =
                LearningCurve.of(ESTIMATOR, line(400), 2, ended -> {}).points();
        assertThat(points.getLast().mean()).isLessThan(points.getFirst().mean());
    }

    /// A line is what a linear model is good at: 3 is the standard deviation of 3x, 1 that of the noise.
    @Test
    void yardsticksArePointsOfTheirOwn() {
        LearningCurve.Point last =
                LearningCurve.of(ESTIMATOR, line(400), 2, ended -> {}).points().getLast();
        assertThat(last.baseline()).isBetween(2.5, 4.0);
        assertThat(last.linear().orElseThrow()).isBetween(0.8, 1.2);
    }

    @Test
    void itTellsOfEachFit() {
        List<Integer> told = new ArrayList<>();
        LearningCurve.of(ESTIMATOR, line(200), 1, told::add);
        assertThat(told)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, LearningCurve.fits(200, 1))
                        .boxed()
                        .toList());
    }

    /// A rare class is in one of the smallest parts at most; the others have no score then.
    @Test
    void fewRowsThatLackAClassHaveNoScore() {
        String[] classes = new String[200];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = row < 6 ? "rare" : row % 2 == 0 ? "a" : "b";
        }
        Table table = Table.of(line(200).column("x"), CategoryColumn.of("y", classes));
        LearningCurve curve = LearningCurve.of(ESTIMATOR, table, 2, ended -> {});
        assertThat(curve.points().getLast().scores()).hasSize(2);
        assertThat(curve.points().getLast().rows()).isEqualTo(160);
    }

    @Test
    void groupsStayTogether() {
        double[] groups = IntStream.range(0, 300)
                .mapToDouble(row -> Math.floor(row / 3.0))
                .toArray();
        Table table = Table.of(line(300).column("x"), line(300).column("y"), NumberColumn.of("g", groups));
        Estimator grouped = ESTIMATOR.rows(RowSelection.defaults().group("g"));
        assertThat(LearningCurve.of(grouped, table, 1, ended -> {}).points()).allMatch(point -> point.rows() % 3 == 0);
    }

    @Test
    void spreadIsTheStandardDeviationOfTheFolds() {
        LearningCurve.Point point = new LearningCurve.Point(10, List.of(1.0, 2.0, 4.5), 5, Optional.empty());
        assertThat(point.mean()).isEqualTo(2.5);
        assertThat(point.standardDeviation()).isCloseTo(Math.sqrt(6.5 / 2), within(1e-12));
        assertThat(new LearningCurve.Point(10, List.of(1.0), 5, Optional.empty()).standardDeviation())
                .isNaN();
    }

    @Test
    void whatHasNoFoldsIsRefused() {
        Estimator ofTime = ESTIMATOR.rows(RowSelection.defaults().time("x"));
        assertThatThrownBy(() -> LearningCurve.of(ofTime, line(100), 1, ended -> {}))
                .hasMessageContaining("would predict the past from the future");
        Estimator tested = ESTIMATOR.rows(RowSelection.defaults().testShare(0.2));
        assertThatThrownBy(() -> LearningCurve.of(tested, line(100), 1, ended -> {}))
                .hasMessageContaining("leave the share of test rows out");
        assertThatThrownBy(() -> LearningCurve.of(ESTIMATOR, line(100), 6, ended -> {}))
                .hasMessage("from 1 to 5 folds are held out, not 6");
    }

    /// y = 3x + noise.
    private static Table line(int rows) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            SplitRandom random = SplitRandom.of(3, row);
            x[row] = random.nextGaussian();
            y[row] = 3 * x[row] + random.nextGaussian();
        }
        return Table.of(NumberColumn.of("x", x), NumberColumn.of("y", y));
    }
}
