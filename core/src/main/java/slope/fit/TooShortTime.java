package slope.fit;

import java.time.Duration;
import slope.internal.text.ShortTime;
import slope.table.DataException;

/// The message about a time limit that is too short.
final class TooShortTime {
    /// A margin, because machines are not always as fast as when the time was measured.
    private static final double SAFETY = 1.2;

    private TooShortTime() {}

    /// The refusal of a limit in which not even one epoch fits.
    ///
    /// @param needed the time needed in total, as far as it is known
    /// @param networks the number of networks trained in any case
    static DataException refused(Duration limit, Duration needed, int networks) {
        return new DataException("the time limit of %s is too short: reading, %s and scoring take about %s"
                .formatted(
                        ShortTime.text(limit),
                        networks == 1 ? "one epoch" : "one epoch of each of %s networks".formatted(networks),
                        ShortTime.text(Duration.ofMillis(Math.round(SAFETY * needed.toMillis())))));
    }
}
