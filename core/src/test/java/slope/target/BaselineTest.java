package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class BaselineTest {
    private static final Table PRICES = Table.of(NumberColumn.of("price", 1, 2, 6), NumberColumn.of("years", 1, 1, 1));
    private static final TargetScale SCALE = TargetScale.fit(PRICES.column("price"), TargetScale.Range.UNBOUNDED);

    @Test
    void classesGetTheirShareOfTheTrainingRows() {
        Table training = Table.of(CategoryColumn.of("answer", "yes", "no", "yes", "yes"));
        Target target = new Classes("answer", List.of("no", "yes"));
        ClassPredictions baseline =
                (ClassPredictions) target.baseline(target.constant(training), training.select(new int[2]));

        assertThat(baseline.rows()).isEqualTo(2);
        assertThat(baseline.probability(1, 0)).isEqualTo(0.25);
        assertThat(baseline.text(1)).isEqualTo("yes");
    }

    @Test
    void labelsGetTheirShareOfTheTrainingRows() {
        Table training = Table.of(NumberColumn.of("p", 0, 1, 1, 1), NumberColumn.of("q", 0, 0, 0, 1));
        Target target = new Labels(training.columns().stream().map(Classes::fit).toList());
        LabelPredictions baseline = (LabelPredictions) target.baseline(target.constant(training), training);

        assertThat(baseline.probability(2, 0)).isEqualTo(0.75);
        assertThat(baseline.probability(2, 1)).isEqualTo(0.25);
        assertThat(baseline.text(0, 0)).isEqualTo("1");
        assertThat(baseline.text(0, 1)).isEqualTo("0");
    }

    /// In doubles ten times 1/10 adds up to less than 1, and 49 times 1/49 to more.
    @Test
    void rowsOfOneClassAreCertain() {
        for (int rows = 1; rows <= 200; rows++) {
            Table training = Table.of(
                    CategoryColumn.of("answer", Collections.nCopies(rows, "yes").toArray(String[]::new)),
                    NumberColumn.of(
                            "label",
                            IntStream.range(0, rows).mapToDouble(row -> 1).toArray()));
            Target classes = new Classes("answer", List.of("no", "yes"));
            Target labels = new Labels(List.of(new Classes("label", List.of("0", "1"))));
            assertThat(classes.constant(training)).containsExactly(0, 1);
            assertThat(labels.constant(training)).containsExactly(1);
        }
    }

    @Test
    void numbersGetTheMeanOfTheTrainingRows() {
        Target target = new Numbers(List.of(SCALE));
        NumberPredictions baseline =
                (NumberPredictions) target.baseline(target.constant(PRICES), PRICES.select(new int[5]));

        assertThat(baseline.rows()).isEqualTo(5);
        assertThat(baseline.value(4)).isCloseTo(3, within(1e-12));
    }

    @Test
    void quantilesGetThoseOfTheTrainingRows() {
        Target target = new Quantiles(SCALE, List.of(0.1, 0.5));
        QuantilePredictions baseline = (QuantilePredictions) target.baseline(target.constant(PRICES), PRICES);

        assertThat(baseline.value(0, 0)).isEqualTo(1);
        assertThat(baseline.value(0, 1)).isEqualTo(2);
    }

    @Test
    void amountsGetTheMeanRateTimesTheirExposure() {
        for (double power : new double[] {1.5, 2}) {
            Target target = Amounts.fit(PRICES, "price", power, Optional.of("years"));
            NumberPredictions baseline = (NumberPredictions)
                    target.baseline(target.constant(PRICES), Table.of(NumberColumn.of("years", 2, 0.5)));

            assertThat(baseline.value(0)).isCloseTo(6, within(1e-12));
            assertThat(baseline.value(1)).isCloseTo(1.5, within(1e-12));
        }
    }

    @Test
    void countsGetTheMeanRateTimesTheirExposure() {
        Target target = Amounts.fit(PRICES, "price", 1, Optional.of("years"));
        Table rows = Table.of(NumberColumn.of("years", 2, 0.5));
        NumberPredictions baseline = (NumberPredictions) target.baseline(target.constant(PRICES), rows);

        assertThat(baseline.value(0)).isCloseTo(6, within(1e-12));
        assertThat(baseline.value(1)).isCloseTo(1.5, within(1e-12));
    }
}
