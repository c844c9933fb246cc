package slope.fit;

import java.time.Duration;
import slope.table.DataException;

/// The message about a time limit that is too short.
public final class ShortTime {
    /// A margin, because machines are not always as fast as when the time was measured.
    private static final double SAFETY = 1.2;

    private ShortTime() {}

    /// The refusal of a limit in which not even one epoch fits.
    ///
    /// @param needed the time needed in total, as far as it is known
    /// @param networks the number of networks trained in any case
    static DataException refused(Duration limit, Duration needed, int networks) {
        return new DataException("the time limit of %s is too short: reading, %s and scoring take about %s"
                .formatted(
                        text(limit),
                        networks == 1 ? "one epoch" : "one epoch of each of %s networks".formatted(networks),
                        text(Duration.ofMillis(Math.round(SAFETY * needed.toMillis())))));
    }

    /// In seconds, or in minutes from five on; rounded up, so that the reported time is sufficient.
    public static String text(Duration time) {
        long tenths = Math.ceilDiv(time.toMillis(), 100);
        if (tenths < 100) {
            return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
        }
        long seconds = Math.ceilDiv(time.toMillis(), 1_000);
        return seconds < 300 ? seconds + " s" : Math.ceilDiv(seconds, 60) + " min";
    }
}
