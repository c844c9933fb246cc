package slope.internal.text;

import java.time.Duration;

/// Times in words.
public final class ShortTime {
    private ShortTime() {}

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
