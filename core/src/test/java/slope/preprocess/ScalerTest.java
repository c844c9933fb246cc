package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.internal.function.NormalQuantile;

/// Each way to scale against its definition.
class ScalerTest {

    @Test
    void quantilesLieOnStraightLinesBetweenTheNumbers() {
        double[] ascending = {1, 2, 4, 8};
        assertThat(Quantiles.of(ascending, 0)).isEqualTo(1);
        assertThat(Quantiles.of(ascending, 0.25)).isEqualTo(1.75);
        assertThat(Quantiles.of(ascending, 0.5)).isEqualTo(3);
        assertThat(Quantiles.of(ascending, 0.75)).isEqualTo(5);
        assertThat(Quantiles.of(ascending, 1)).isEqualTo(8);
        assertThat(Quantiles.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0.5))
                .isZero();
    }

    @Test
    void robustIsTheDistanceFromTheMedianInWidthsOfTheMiddleHalfSmoothlyClipped() {
        Scaler.Robust scaling = Scaler.Robust.fit(new double[] {8, 1, 4, 2});
        assertThat(scaling).isEqualTo(new Scaler.Robust(3, 3.25));
        double u = (10 - 3) / 3.25;
        assertThat(scaling.apply(10)).isCloseTo((float) (u / Math.sqrt(1 + (u / 3) * (u / 3))), within(1e-6f));
        assertThat(scaling.apply(3)).isZero();
    }

    @Test
    void whereTheQuartilesAreEqualHalfTheWholeRangeIsTheUnit() {
        // A rare 0/1 input: 1 becomes 2 / √(1 + 4/9).
        Scaler.Robust scaling = Scaler.Robust.fit(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(scaling).isEqualTo(new Scaler.Robust(0, 0.5));
        assertThat(scaling.apply(1)).isCloseTo(1.6641f, within(1e-4f));
        assertThat(Scaler.Robust.fit(new double[] {7, 7}).apply(9)).isZero();
    }

    /// Whoever serves a model gives floats: 0.1f is not 0.1, and many rows may share the value.
    @Test
    void aFloatHasThePlaceOfTheNumberItStandsFor() {
        Scaler scaling = Scaler.Normal.fit(new double[] {-2, 0.1, 0.1, 0.1, 0.1, 0.1, 3, 4});
        assertThat(scaling.apply(0.1f)).isEqualTo(scaling.apply(0.1)).isNotEqualTo(scaling.apply(0.1f + 1e-6f));
    }

    /// Days written as numbers, milliseconds since 1970, northings to the centimetre, numbers beyond the range of
    /// floats.
    @ParameterizedTest
    @CsvSource({"20240101, 1", "1.7e12, 1000", "5123456.78, 0.01", "1e39, 1e37", "1e-50, 1e-51"})
    void numbersThatFloatsDoNotTellApartHavePlacesOfTheirOwn(double first, double step) {
        double[] values = new double[300];
        Arrays.setAll(values, row -> first + row % 30 * step);
        Scaler scaling = Scaler.Normal.fit(values);
        for (int row = 1; row < 30; row++) {
            assertThat(scaling.apply(values[row])).isGreaterThan(scaling.apply(values[row - 1]));
        }
    }

    @Property(seed = "1")
    void nothingIsFurtherAwayThanThree(@ForAll double value) {
        if (Double.isFinite(value)) {
            assertThat(Scaler.Robust.fit(new double[] {0, 1, 2, 3}).apply(value))
                    .isBetween(-3f, 3f);
            assertThat(Scaler.Normal.fit(new double[] {0, 1, 2, 3}).apply(value))
                    .isBetween(-5.2f, 5.2f);
        }
    }

    @Test
    void normalSpreadsWhateverComesAsABell() {
        double[] skewed = new double[3_001];
        Arrays.setAll(skewed, row -> Math.exp(8 * row / 3_000.0));
        Scaler scaling = Scaler.Normal.fit(skewed);
        assertThat(scaling.apply(skewed[1_500])).isCloseTo(0, within(1e-3f));
        assertThat(scaling.apply(skewed[2_524])).isCloseTo(1, within(0.01f)); // Φ(1) = 0.8413
        assertThat(scaling.apply(0)).isEqualTo(-5.2f);
        assertThat(scaling.apply(1e9)).isEqualTo(5.2f);
    }

    @Test
    void aValueThatManyRowsShareIsInTheMiddleOfItsShares() {
        double[] values = new double[300];
        Arrays.setAll(values, row -> row < 150 ? 0 : row);
        // Half of the rows are 0: their shares go from 0 to one half, the middle is a quarter.
        assertThat(Scaler.Normal.fit(values).apply(0)).isCloseTo(-0.76f, within(0.1f));
        assertThat(Scaler.Normal.fit(new double[] {4, 4, 4}).apply(4)).isZero();
    }

    @Property(seed = "1")
    void theNormalQuantileUndoesTheNormalDistribution(@ForAll @DoubleRange(min = -8, max = 8) double z) {

        double share = tail(-Math.abs(z));
        assertThat(NormalQuantile.of(share)).isCloseTo(-Math.abs(z), within(1e-9));
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalQuantile.of(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Φ(z) for z ≤ 0 by Simpson's rule over the bell, far enough to the left that nothing is missing.
    private static double tail(double z) {
        int steps = 20_000;
        double from = z - 12;
        double width = (z - from) / steps;
        double sum = 0;
        for (int step = 0; step <= steps; step++) {
            double x = from + step * width;
            double factor = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += factor * Math.exp(-x * x / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }
}
