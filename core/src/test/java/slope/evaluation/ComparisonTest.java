package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.fit.Estimator;
import slope.golden.GoldenFile;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;

class ComparisonTest {
    private static final int ROWS = 60;

    @Test
    void theTestOfEqualAccuracyIsThatOfScipy() {
        List<List<String>> lines = GoldenFile.lines("comparison.txt").stream()
                .filter(line -> line.getFirst().equals("mcnemar"))
                .toList();
        assertThat(lines).hasSize(8);
        for (List<String> line : lines) {
            double expected = Double.parseDouble(line.get(3));
            McNemar test = McNemar.of(Integer.parseInt(line.get(1)), Integer.parseInt(line.get(2)));
            assertThat(test.midP()).as(line.toString()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /// A model beside itself: no difference in any sample, which tells nothing of other rows.
    @Test
    void aModelIsAsGoodAsItself() {
        Evaluation one = Evaluation.of(model(Slope.predict("kind"), 1), table());
        Comparison compared = Comparison.of(one, one);
        ScoreIntervals intervals = compared.intervals(Bootstrap.ofRows(ROWS, 1));

        assertThat(compared.difference(Metric.LOG_LOSS)).isZero();
        assertThat(intervals.intervals()).isEmpty();
        assertThat(intervals.unseen()).contains(Metric.ACCURACY, Metric.LOG_LOSS);
        assertThat(compared.mcNemar()).contains(new McNemar(0, 0, 1));
        assertThat(compared.agreements()).isEqualTo(ROWS);
        assertThat(compared.disagreements(5)).isEmpty();
    }

    @Test
    void rowsOnWhichModelsAloneAreRightAreCounted() {
        Evaluation first = Evaluation.of(model(Slope.predict("kind"), 1), table());
        Evaluation second = Evaluation.of(model(Slope.predict("kind"), 2), table());
        Comparison compared = Comparison.of(first, second);
        McNemar test = compared.mcNemar().orElseThrow();
        double difference = compared.difference(Metric.ACCURACY);

        assertThat((double) (test.secondAlone() - test.firstAlone()) / ROWS).isCloseTo(difference, within(1e-12));
        assertThat(compared.agreements()).isEqualTo(ROWS - test.firstAlone() - test.secondAlone());
    }

    @Test
    void theRowsThatDifferMostComeFirst() {
        Evaluation first = Evaluation.of(model(Slope.predict("kind"), 1), table());
        Evaluation second = Evaluation.of(model(Slope.predict("kind"), 2), table());
        List<Comparison.Disagreement> rows = Comparison.of(first, second).disagreements(7);

        assertThat(rows).hasSize(7);
        assertThat(rows.stream().map(Comparison.Disagreement::distance))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        for (Comparison.Disagreement each : rows) {
            double expected = Math.abs(first.predictions().probability(each.row(), "a")
                    - second.predictions().probability(each.row(), "a"));
            assertThat(each.distance()).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void distancesOfNumbersAreInTheirUnit() {
        Evaluation first = Evaluation.of(model(Slope.predict("y"), 1), table());
        Evaluation second = Evaluation.of(model(Slope.predict("y"), 2), table());
        Comparison compared = Comparison.of(first, second);
        Comparison.Disagreement most = compared.disagreements(1).getFirst();

        assertThat(most.distance())
                .isEqualTo(Math.abs(first.predictions().value(most.row(), 0)
                        - second.predictions().value(most.row(), 0)));
        assertThat(compared.mcNemar()).isEmpty();
    }

    @Test
    void predictionsOfDifferentFormsAreRefused() {
        Evaluation numbers = Evaluation.of(model(Slope.predict("y"), 1), table());
        Evaluation quantiles =
                Evaluation.of(model(Slope.predict(TargetChoice.of("y").quantiles(List.of(0.1, 0.9))), 1), table());
        assertThatThrownBy(() -> Comparison.of(numbers, quantiles))
                .hasMessage("one model predicts numbers and the other quantiles, which have no scores in common");
    }

    @Test
    void otherRowsAreRefused() {
        Model model = model(Slope.predict("y"), 1);
        Evaluation all = Evaluation.of(model, table());
        Evaluation some = Evaluation.of(model, table().select(new int[] {1, 2, 3}));
        assertThatThrownBy(() -> Comparison.of(all, some)).hasMessageContaining("60 and 3 of them");
    }

    /// For a loss the model with the lower one leads.
    @Test
    void theLeadFollowsTheDirection() {
        assertThat(Comparison.lead(Metric.RMSE, new ScoreInterval(0.1, 0.2))).isEqualTo(-1);
        assertThat(Comparison.lead(Metric.AUC, new ScoreInterval(0.1, 0.2))).isEqualTo(1);
        assertThat(Comparison.lead(Metric.AUC, new ScoreInterval(-0.1, 0.2))).isZero();
        assertThat(Comparison.lead(Metric.COVERAGE, new ScoreInterval(0.1, 0.2)))
                .isZero();
    }

    private static Model model(Estimator estimator, long seed) {
        return estimator
                .columns("x")
                .recipe(Recipe.plain().hidden(List.of(3)).epochs(2))
                .seed(seed)
                .fit(table())
                .model();
    }

    private static Table table() {
        SplitRandom random = SplitRandom.of(3);
        double[] x = random.doubles(ROWS).toArray();
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(row -> 10 * x[row] + random.nextDouble())
                .toArray();
        String[] kinds = IntStream.range(0, ROWS)
                .mapToObj(row -> x[row] + random.nextDouble() < 1 ? "a" : "b")
                .toArray(String[]::new);
        return Table.of(NumberColumn.of("x", x), NumberColumn.of("y", y), CategoryColumn.of("kind", kinds));
    }
}
