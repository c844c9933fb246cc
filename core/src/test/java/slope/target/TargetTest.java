package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import slope.internal.table.TargetRows;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.preprocess.Scaler;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class TargetTest {
    private static final TargetScale.Range UNBOUNDED = TargetScale.Range.UNBOUNDED;

    private static Numbers numbers(Column training) {
        return new Numbers(List.of(TargetScale.fit(training, UNBOUNDED)));
    }

    @Test
    void wordsMakeClassesInTheOrderOfTheirLetters() {
        CategoryColumn target = CategoryColumn.of("y", "b", "a", "c", "a");
        Target encoding = Classes.fit(target);
        assertThat(encoding).isEqualTo(new Classes("y", List.of("a", "b", "c")));
        assertThat(encoding.encode(Table.of(target))).containsExactly(1, 0, 2, 0);
    }

    @Test
    void truthMakesTwoClasses() {
        BooleanColumn target = BooleanColumn.of("y", true, false);
        assertThat(Classes.fit(target).classes()).containsExactly("false", "true");
        assertThat(Classes.fit(target).encode(Table.of(target))).containsExactly(1, 0);
    }

    @Test
    void numbersMakeClassesInTheOrderOfTheirSize() {
        NumberColumn target = NumberColumn.of("y", 10, 9, 10, -0.0 + 9);
        assertThat(Classes.fit(target).classes()).containsExactly("9", "10");
        assertThat(Classes.fit(target).encode(Table.of(target))).containsExactly(1, 0, 1, 0);
        assertThat(TargetClasses.of(NumberColumn.of("y", 0.0, -0.0, 1))).containsExactly("0", "1");
    }

    @Test
    void labelsAreZeroAndOneBesideEachOther() {
        Table table = Table.of(
                NumberColumn.of("p", 0, 1, 1),
                CategoryColumn.of("q", "no", "no", "yes"),
                BooleanColumn.of("r", true, false, true));
        Target labels = new Labels(table.columns().stream().map(Classes::fit).toList());
        assertThat(labels.columns()).containsExactly("p", "q", "r");
        assertThat(labels.encode(table)).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 1);
        assertThatThrownBy(() -> new Labels(List.of(Classes.fit(NumberColumn.of("p", 0, 1, 2)))))
                .hasMessage("column \"p\" has 3 different values; a label has two, such as 0 and 1");
    }

    @Test
    void numbersAreScaled() {
        Numbers encoding = numbers(NumberColumn.of("y", 2, Double.NaN, 4, 4, 4, 5, 5, 7, 9));
        TargetScale scale = encoding.scales().getFirst();
        assertThat(scale.mean()).isEqualTo(5);
        assertThat(scale.standardDeviation()).isEqualTo(2);
        assertThat(encoding.encode(Table.of(NumberColumn.of("y", 5, 9, 1e300))))
                .containsExactly(0, 2, (float) Scaler.Standard.FURTHEST);
    }

    @Test
    void severalNumbersEachHaveTheirScale() {
        Table table = Table.of(NumberColumn.of("p", 1, 3), NumberColumn.of("q", 10, 30));
        Target encoding = new Numbers(
                List.of(TargetScale.fit(table.column("p"), UNBOUNDED), TargetScale.fit(table.column("q"), UNBOUNDED)));
        assertThat(encoding.encode(table)).containsExactly(-1, -1, 1, 1);
    }

    @Test
    void predictionsStayInTheRangeOfTheTrainingRowsIfTheRecipeSaysSo() {
        TargetScale scale = TargetScale.fit(NumberColumn.of("y", 2, 4, 9), TargetScale.Range.OF_TRAINING);
        assertThat(scale.decode(100)).isEqualTo(9);
        assertThat(scale.decode(-100)).isEqualTo(2);
        assertThat(scale.decode(0)).isCloseTo(5, within(1e-12));
    }

    @Property(seed = "1")
    void decodingUndoesEncoding(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        TargetScale scale = new TargetScale("y", 1_000, 250, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double decoded = scale.decode(scale.encode(value));
        assertThat(Math.abs(decoded - value)).isLessThanOrEqualTo(1e-6 * Math.max(1_000, Math.abs(value)));
    }

    @Test
    void countsAreHeldAgainstTheMeanRateOfTheirExposure() {
        Table training = Table.of(NumberColumn.of("claims", 0, 2, 1), NumberColumn.of("years", 1, 4, 0));
        Amounts counts = Amounts.fit(training, "claims", 1, Optional.of("years"));
        assertThat(counts.rate()).isEqualTo(0.6);
        assertThat(counts.encode(training)).containsExactly(0, 2, 1);
        double[] expected = counts.meanAmounts(training);
        assertThat(expected[1]).isCloseTo(2.4, within(1e-12));
        // Of exposure 0, where one claim came all the same: as much as makes one claim likely.
        assertThat(expected[2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsAndExposuresBelowZeroAreRefused() {
        Table below = Table.of(NumberColumn.of("claims", 0, -2), NumberColumn.of("years", -1, 4));
        assertThatThrownBy(() -> Amounts.fit(below, "claims", 1, Optional.empty()))
                .hasMessage("column \"claims\" has -2 in row 2; a count is not below 0");
        Table shorter = Table.of(NumberColumn.of("claims", 0, 2), NumberColumn.of("years", -1, 4));
        assertThatThrownBy(() -> Amounts.fit(shorter, "claims", 1, Optional.of("years")))
                .hasMessage("column \"years\" has -1 in row 1; an exposure is not below 0");
    }

    @Test
    void amountsAreHeldAgainstTheMeanOfTheirExposure() {
        Table training = Table.of(NumberColumn.of("cost", 0, 300, 60), NumberColumn.of("years", 1, 4, 1));
        Amounts tweedie = (Amounts)
                TargetKind.TWEEDIE.fit(TargetChoice.of("cost").power(1.7).exposure("years"), training, UNBOUNDED);
        assertThat(tweedie).isEqualTo(new Amounts("cost", 1.7, 60, tweedie.exposure()));
        assertThat(tweedie.kind()).isEqualTo(TargetKind.TWEEDIE);
        assertThat(tweedie.decode(new float[] {0, 0, (float) Math.log(2)}, training)[2])
                .isCloseTo(120, within(1e-4));
        assertThat(tweedie.metrics()).startsWith(Metric.TWEEDIE_DEVIANCE).doesNotContain(Metric.GAMMA_DEVIANCE);
        assertThat(tweedie.loss(1, LossOptions.defaults())).isEqualTo(Loss.tweedie(1.7));
        assertThat(tweedie.averagesWith(new Amounts("cost", 1.5, 60, Optional.empty())))
                .isFalse();
    }

    @Test
    void amountsThatSuitNoGammaAreRefused() {
        Table none = Table.of(NumberColumn.of("cost", 10, 0));
        assertThatThrownBy(() -> Amounts.fit(none, "cost", 2, Optional.empty()))
                .hasMessage("column \"cost\" has 0 in row 2; an amount of gamma is above 0; Tweedie allows 0");
        Table below = Table.of(NumberColumn.of("cost", 10, -1));
        assertThatThrownBy(() -> Amounts.fit(below, "cost", 1.5, Optional.empty()))
                .hasMessage("column \"cost\" has -1 in row 2; an amount of Tweedie is not below 0");
    }

    @Test
    void quantilesThatDoNotRiseAreRefused() {
        TargetScale scale = TargetScale.fit(NumberColumn.of("y", 1, 2), UNBOUNDED);
        assertThatThrownBy(() -> new Quantiles(scale, List.of(0.5, 0.1)))
                .hasMessage("quantile levels must be above 0, below 1 and ascending, not 0.5, 0.1");
    }

    @Test
    void aClassThatTrainingDidNotSeeIsRefused() {
        Target encoding = Classes.fit(CategoryColumn.of("y", "a", "b"));
        assertThatThrownBy(() -> encoding.encode(Table.of(CategoryColumn.of("y", "a", "z"))))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has \"z\" in row 2; the classes seen in training are a, b");
    }

    @Test
    void anotherKindThanInTrainingIsRefused() {
        Target encoding = numbers(NumberColumn.of("y", 1, 2, 3));
        assertThatThrownBy(() -> encoding.encode(Table.of(CategoryColumn.of("y", "high"))))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has text (\"high\" in row 1) where training had numbers;"
                        + " write a number there or leave it empty");
    }

    @Test
    void aMissingTargetIsRefused() {
        String sentence = "column \"y\" has no value in row 2; drop the rows without a target first";
        Target classes = Classes.fit(CategoryColumn.of("y", "a", "b"));
        Target numbers = numbers(NumberColumn.of("y", 1, 2, 3));
        assertThatThrownBy(() -> classes.encode(Table.of(CategoryColumn.of("y", "a", null))))
                .hasMessage(sentence);
        assertThatThrownBy(() -> numbers.encode(Table.of(NumberColumn.of("y", 1, Double.NaN))))
                .hasMessage(sentence);
    }

    @Test
    void aTargetWithNothingToTellApartIsRefused() {
        assertThatThrownBy(() -> numbers(NumberColumn.of("y", 7, 7, Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has one value only, \"7\"; a target needs at least two values");
        assertThatThrownBy(() -> Classes.fit(CategoryColumn.of("y", "a", "a")))
                .hasMessage("column \"y\" has one value only, \"a\"; a target needs at least two values");
        for (Column empty : List.of(
                NumberColumn.of("y", Double.NaN, Double.NaN),
                CategoryColumn.of("y", null, null),
                BooleanColumn.of("y", null, null))) {
            assertThatThrownBy(() -> TargetRows.of(List.of(empty)))
                    .isInstanceOf(DataException.class)
                    .hasMessage("column \"y\" has no value in any of 2 rows; nothing can be learned from it");
        }
    }
}
