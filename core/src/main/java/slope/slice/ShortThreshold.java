package slope.slice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// A threshold between two neighbouring values that people can read: as few digits as tell them apart.
final class ShortThreshold {
    private static final int MOST_DIGITS = 17;

    /// A day, an hour and a minute.
    private static final List<Long> SECONDS = List.of(86_400L, 3_600L, 60L);

    private ShortThreshold() {}

    /// A number above the first and at most the second.
    static double ofNumbers(double first, double second) {
        BigDecimal upper = BigDecimal.valueOf(second);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            double shorter =
                    upper.round(new MathContext(digits, RoundingMode.FLOOR)).doubleValue();
            if (shorter > first && shorter <= second) {
                return shorter;
            }
        }
        return second;
    }

    /// Seconds above the first and at most the second, at the beginning of a day if there is one.
    static double ofDates(double first, double second) {
        for (long unit : SECONDS) {
            double whole = Math.floor(second / unit) * unit;
            if (whole > first) {
                return whole;
            }
        }
        return second;
    }
}
