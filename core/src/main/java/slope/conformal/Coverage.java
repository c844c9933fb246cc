package slope.conformal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The share of rows whose actual value an interval or set is to hold: 1 − α. A decimal number, so that ranks
/// are exact: in doubles, 100 · 0.55 is more than 55.
///
/// @param share above 0 and below 1, with at most six decimals
public record Coverage(BigDecimal share) implements Comparable<Coverage> {
    /// A millionth asks for 999,999 rows already.
    private static final int MOST_DECIMALS = 6;

    public Coverage {
        share = share.stripTrailingZeros();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0 || share.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "the coverage must be above 0 and below 1, with at most %s decimals, not %s"
                            .formatted(MOST_DECIMALS, share.toPlainString()));
        }
    }

    /// The coverage that a person writes as this number.
    ///
    /// @throws IllegalArgumentException if it is not above 0 and below 1, or has more than six decimals
    public static Coverage of(double share) {
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("the coverage must be above 0 and below 1, not " + share);
        }
        return new Coverage(BigDecimal.valueOf(share));
    }

    /// The share as a double.
    public double value() {
        return share.doubleValue();
    }

    /// Which of n scores in ascending order a new one does not exceed with this probability:
    /// k = ⌈(n + 1)(1 − α)⌉. If k > n, there is no such score (Vovk et al. 2005; Lei et al. 2018,
    /// "Distribution-free predictive inference for regression", theorem 2.2).
    ///
    /// @param rows n, not below 0
    /// @return k, from 1
    public int rank(int rows) {
        return share.multiply(BigDecimal.valueOf(rows + 1L))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /// The smallest n for which [#rank] is at most n: ⌈1/α⌉ − 1. With fewer rows every value is possible.
    public int minimumRows() {
        return BigDecimal.ONE
                        .divide(BigDecimal.ONE.subtract(share), 0, RoundingMode.CEILING)
                        .intValueExact()
                - 1;
    }

    @Override
    public int compareTo(Coverage other) {
        return share.compareTo(other.share);
    }

    /// As a person writes it, such as `0.9`.
    @Override
    public String toString() {
        return share.toPlainString();
    }
}
