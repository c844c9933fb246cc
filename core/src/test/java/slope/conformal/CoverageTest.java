package slope.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    /// In doubles, 100 · 0.55 is more than 55 and 100 · 0.07 more than 7.
    @ParameterizedTest
    @CsvSource({
        "0.9, 8, 9",
        "0.9, 9, 9",
        "0.9, 18, 18",
        "0.9, 19, 18",
        "0.9, 99, 90",
        "0.95, 18, 19",
        "0.95, 19, 19",
        "0.95, 39, 38",
        "0.8, 4, 4",
        "0.5, 1, 1",
        "0.7, 9, 7",
        "0.29, 99, 29",
        "0.55, 99, 55",
        "0.07, 99, 7",
        "0.999999, 999999, 999999",
        "0.9, 0, 1"
    })
    void theRankIsThatOfDecimalArithmetic(double coverage, int rows, int rank) {
        assertThat(Coverage.of(coverage).rank(rows)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 9", "0.95, 19", "0.8, 4", "0.5, 1", "0.99, 99", "0.01, 1", "0.7, 3", "0.85, 6", "0.999999, 999999"
    })
    void asManyRowsAreNeededAsHaveTheRank(double coverage, int rows) {
        assertThat(Coverage.of(coverage).minimumRows()).isEqualTo(rows);
    }

    @Property(seed = "-4021897724711")
    void fewerRowsThanTheMinimumHaveNoSuchRank(@ForAll @IntRange(min = 1, max = 9999) int tenThousandths) {
        Coverage coverage = new Coverage(BigDecimal.valueOf(tenThousandths, 4));
        int least = coverage.minimumRows();
        assertThat(coverage.rank(least)).isBetween(1, least);
        assertThat(coverage.rank(least - 1)).isGreaterThan(least - 1);
    }

    @Test
    void theQuantileIsTheScoreOfThatRankOrInfinite() {
        double[] scores = IntStream.range(0, 9).mapToDouble(index -> 9 - index).toArray();
        assertThat(ConformalQuantile.of(scores, Coverage.of(0.9))).isEqualTo(new ConformalQuantile(9, 9, 9));
        assertThat(ConformalQuantile.of(scores, Coverage.of(0.5))).isEqualTo(new ConformalQuantile(5, 5, 9));
        assertThat(ConformalQuantile.of(scores, Coverage.of(0.95)))
                .isEqualTo(new ConformalQuantile(Double.POSITIVE_INFINITY, 10, 9));
        assertThat(ConformalQuantile.of(new double[] {1, Double.NaN}, Coverage.of(0.6))
                        .isFinite())
                .as("a row without a prediction is as ill as can be")
                .isFalse();
    }

    @Test
    void aCoverageIsAboveNothingAndBelowAll() {
        for (double unusable : new double[] {0, 1, -0.1, 1.5, 0.12345678, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Coverage.of(unusable))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the coverage must be above 0 and below 1");
        }
        assertThat(Coverage.of(0.90)).isEqualTo(new Coverage(new BigDecimal("0.900")));
        assertThat(Coverage.of(0.9)).hasToString("0.9");
    }
}
