package slope.internal.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoubleExponentialTest {
    private static final MathContext DIGITS = new MathContext(45);
    private static final BigDecimal LN_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680009");

    /// The largest error found by this test with 1,000,000 numbers instead of 3,000 was 0.85 ulps.
    @Test
    void itIsOffByLessThanAnUlp() {
        SplittableRandom random = new SplittableRandom(1);
        double largest = 0;
        for (int i = 0; i < 3000; i++) {
            double z = switch (i % 4) {
                case 0 -> random.nextDouble(-745, 709.7);
                case 1 -> random.nextDouble(-20, 20);
                case 2 -> random.nextDouble(-0.4, 0.4);
                default -> random.nextDouble(-745, -707); // results below the normal doubles
            };
            largest = Math.max(largest, ulps(DoubleExponential.exp(z), exact(z)));
        }
        assertThat(largest).isLessThan(1);
    }

    @Test
    void itsLimitsAreExact() {
        assertThat(DoubleExponential.exp(0)).isEqualTo(1);
        assertThat(DoubleExponential.exp(-0.0)).isEqualTo(1);
        assertThat(DoubleExponential.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DoubleExponential.exp(709.79)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DoubleExponential.exp(1e300)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DoubleExponential.exp(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(DoubleExponential.exp(-745.2)).isEqualTo(0);
        assertThat(DoubleExponential.exp(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(DoubleExponential.exp(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(DoubleExponential.exp(Double.NaN)).isNaN();
    }

    private static double ulps(double actual, BigDecimal exact) {
        BigDecimal error = new BigDecimal(actual).subtract(exact).abs();
        return error.divide(new BigDecimal(Math.ulp(exact.doubleValue())), DIGITS)
                .doubleValue();
    }

    /// e^z = 2^n · e^r, e^r by its series, 45 digits throughout.
    private static BigDecimal exact(double z) {
        int n = (int) Math.rint(z / Math.log(2));
        BigDecimal r = new BigDecimal(z).subtract(LN_2.multiply(new BigDecimal(n)));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(r, DIGITS).divide(new BigDecimal(k), DIGITS);
            sum = sum.add(term);
        }
        BigDecimal power = new BigDecimal(2).pow(Math.abs(n), DIGITS);
        return n >= 0 ? sum.multiply(power, DIGITS) : sum.divide(power, DIGITS);
    }
}
