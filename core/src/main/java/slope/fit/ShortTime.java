package slope.fit;

import java.time.Duration;
import java.util.Locale;
import slope.table.DataException;

/// What is said of a time limit that is too short.
public final class ShortTime {
    /// Machines are not always as fast as when something was measured.
    private static final double SAFETY = 1.2;

    private ShortTime() {}

    /// The refusal of a limit in which not even one epoch fits.
    ///
    /// @param needed in all, as far as that is known
    /// @param networks that are trained in any case
    static DataException refused(Duration limit, Duration needed, int networks) {
        return new DataException("the time limit of %s is too short: reading, %s and scoring take about %s"
                .formatted(
                        text(limit),
                        networks == 1 ? "one epoch" : "one epoch of each of %s networks".formatted(networks),
                        text(Duration.ofMillis(Math.round(SAFETY * needed.toMillis())))));
    }

    /// In seconds, or in minutes from five on; rounded up, so that the same time suffices when it is asked for.
    public static String text(Duration time) {
        double seconds = time.toMillis() * 1e-3;
        if (seconds < 10) {
            String tenths = String.format(Locale.ROOT, "%.1f", Math.ceil(10 * seconds) / 10);
            return (tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths) + " s";
        }
        return seconds < 300 ? (long) Math.ceil(seconds) + " s" : (long) Math.ceil(seconds / 60) + " min";
    }
}
