package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import slope.reference.Functions;

class ElementaryFunctionsTest {

    @Test
    void functionsAreTheReferencesRoundedToFloat() {
        for (int step = -2000; step <= 2000; step++) {
            float z = step / 20f;
            assertUlps(ElementaryFunctions.tanh(z), StrictMath.tanh(z), 0.5001);
            assertUlps(ElementaryFunctions.sigmoid(z), Functions.sigmoid(z), 0.5001);
            assertUlps(ElementaryFunctions.softplus(z), Functions.softplus(z), 2);
            assertUlps(ElementaryFunctions.normalDensity(z), Functions.normalDensity(z), 0.5001);
        }
    }

    /// Near 0 these two exist for their digits: e^z − 1 and ln(1 + z) are almost z.
    @Test
    void smallNumbersKeepTheirDigits() {
        assertThat(ElementaryFunctions.logOnePlus(1e-20f)).isEqualTo(1e-20f);
    }

    /// Below 0 the sum 1 + erf leaves what a double can tell from 1: an absolute error, far below a
    /// float's.
    @Test
    void theNormalDistributionIsTheReferences() {
        for (int step = -1000; step <= 1000; step++) {
            float z = step / 20f;
            double exact = Functions.normalShareBelow(z);
            assertThat((double) ElementaryFunctions.normalCumulative(z))
                    .as("share below %s", z)
                    .isCloseTo(exact, within(0x1p-24 * exact + 2e-15));
        }
    }

    @Test
    void notANumberStaysVisible() {
        assertThat(ElementaryFunctions.tanh(Float.NaN)).isNaN();
        assertThat(ElementaryFunctions.sigmoid(Float.NaN)).isNaN();
        assertThat(ElementaryFunctions.softplus(Float.NaN)).isNaN();
        assertThat(ElementaryFunctions.normalCumulative(Float.NaN)).isNaN();
    }

    private static void assertUlps(float actual, double exact, double ulps) {
        assertThat((double) actual).isCloseTo(exact, within(ulps * Math.ulp((float) exact)));
    }
}
