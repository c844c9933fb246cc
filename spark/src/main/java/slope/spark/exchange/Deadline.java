package slope.spark.exchange;

import java.time.Duration;

/// When a wait ends, however often something moves before.
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /// The time that is left: at least a millisecond, since 0 is no limit to those who wait.
    int milliseconds() {
        long left = Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
        return Math.clamp(left, 1, Integer.MAX_VALUE);
    }
}
