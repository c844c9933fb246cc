package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.golden.GoldenFile;

class ErrorFunctionTest {
    private static final double MOST_ULPS = 4;

    static List<List<String>> exact() {
        return GoldenFile.lines("error-function.txt");
    }

    @ParameterizedTest
    @MethodSource("exact")
    void bothFunctionsAreExactToFourUlps(List<String> line) {
        double x = Double.parseDouble(line.getFirst());

        assertThat(ulpsBetween(ErrorFunction.erf(x), line.get(1))).isLessThanOrEqualTo(MOST_ULPS);
        assertThat(ulpsBetween(ErrorFunction.erfc(x), line.get(2))).isLessThanOrEqualTo(MOST_ULPS);
    }

    @Test
    void theEndsAreReached() {
        assertThat(ErrorFunction.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ErrorFunction.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(ErrorFunction.erfc(Double.POSITIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
        assertThat(ErrorFunction.erf(Double.NaN)).isNaN();
        assertThat(ErrorFunction.erfc(Double.NaN)).isNaN();
    }

    private static double ulpsBetween(double actual, String expected) {
        BigDecimal exact = new BigDecimal(expected);
        BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
        return new BigDecimal(actual)
                .subtract(exact)
                .abs()
                .divide(ulp, MathContext.DECIMAL32)
                .doubleValue();
    }
}
