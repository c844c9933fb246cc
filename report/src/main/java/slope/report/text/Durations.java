package slope.report.text;

import java.util.Locale;

/// Lengths of time as people say them.
public final class Durations {
    private Durations() {}

    /// Such as `0.4 s`, `12 s`, `3 min 20 s` or `2 h 5 min`.
    public static String text(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
