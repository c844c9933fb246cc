package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.NumberColumn;
import slope.table.Table;

/// Predicted numbers by row and name, and rows in which some are not finite.
class PredictedNumbersTest {
    private static final TargetScale SCALE =
            new TargetScale("y", 3, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Classes TWO = new Classes("y", List.of("a", "b"));

    static Stream<Target> targets() {
        return Stream.of(
                TWO,
                new Classes("y", List.of("a", "b", "c")),
                new Labels(List.of(TWO, new Classes("z", List.of("0", "1")))),
                new Numbers(List.of(SCALE, SCALE.renamed("z"))),
                new Quantiles(SCALE, List.of(0.1, 0.5, 0.9)),
                new Amounts("y", 1, 2, Optional.empty()),
                new Amounts("y", 2, 2, Optional.empty()));
    }

    /// A network whose outputs are no numbers in one row has predicted nothing there, and all the
    /// others.
    @ParameterizedTest
    @MethodSource("targets")
    void anOutputThatIsNoNumberSpoilsItsRowAlone(Target target) {
        Table rows = Table.of(NumberColumn.of("x", 1, 2, 3));
        int width = target.minimumOutputs();
        for (int spoiled = 0; spoiled < 3 * width; spoiled++) {
            float[] outputs = new float[3 * width];
            outputs[spoiled] = Float.NaN;
            Predictions predictions = target.predictions(target.decode(outputs, 1, rows));
            for (int row = 0; row < 3; row++) {
                assertThat(predictions.isFinite(row))
                        .as("row %s of %s, output %s spoiled", row, target, spoiled)
                        .isEqualTo(row != spoiled / width);
            }
        }
    }

    /// Far out a probability is 0 or 1, and a count has an upper bound.
    @ParameterizedTest
    @MethodSource("targets")
    void outputsAsLargeAsAFloatHoldsArePredictions(Target target) {
        Table rows = Table.of(NumberColumn.of("x", 1, 2));
        float[] outputs = new float[2 * target.minimumOutputs()];
        Arrays.fill(outputs, Float.MAX_VALUE);
        outputs[0] = -Float.MAX_VALUE;
        Predictions predictions = target.predictions(target.decode(outputs, 1, rows));
        assertThat(predictions.isFinite(0)).isTrue();
        assertThat(predictions.isFinite(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void eachNumberOfARowHasToBeFinite(double value) {
        for (int index = 0; index < 6; index++) {
            double[] numbers = new double[6];
            numbers[index] = value;
            Predictions values = new NumberPredictions(List.of("p", "q", "r"), numbers);
            assertThat(values.isFinite(0)).isEqualTo(index >= 3);
            assertThat(values.isFinite(1)).isEqualTo(index < 3);
        }
    }

    @Test
    void numbersAreFoundByRowAndName() {
        Predictions values = new NumberPredictions(List.of("p", "größe"), new double[] {1, 2, 3, 4});
        assertThat(values.rows()).isEqualTo(2);
        assertThat(values.value(1, "größe")).isEqualTo(4);
        assertThat(values.value(0, 1)).isEqualTo(2);
        assertThatThrownBy(() -> values.value(0, "Größe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model does not know \"Größe\"; it knows p, größe");
    }

    @Test
    void noRowsAreNoPredictions() {
        assertThat(new NumberPredictions(List.of("p"), new double[0]).rows()).isZero();
        assertThat(new NumberPredictions(List.of("p"), new double[0])).hasToString("0 predictions of p");
    }

    @Test
    void fiveRowsAreShown() {
        assertThat(new NumberPredictions(List.of("p"), new double[5]).toString())
                .endsWith("p: 0.0")
                .hasLineCount(6);
        assertThat(new NumberPredictions(List.of("p"), new double[6]).toString())
                .endsWith("p: 0.0\n…")
                .hasLineCount(7);
    }
}
