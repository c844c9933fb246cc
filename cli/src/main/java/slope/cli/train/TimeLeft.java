package slope.cli.train;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long training will take, at the speed of late. Training becomes faster while Java compiles, so that
/// the first half second is not measured, and later on the speed is that of the second half of the time so
/// far.
final class TimeLeft {
    private static final long FIRST_MARK = 500_000_000; // nanoseconds

    private final LongSupplier nanoTime;
    private final Optional<Duration> limit;
    private final Mark begin;
    private Mark measured; // the speed is measured from here on
    private Mark latest;

    /// Where training was at a time.
    private record Mark(long time, double epochs) {}

    /// @param limit of the whole training
    /// @param done epochs that were done before
    TimeLeft(LongSupplier nanoTime, Optional<Duration> limit, double done) {
        this.nanoTime = nanoTime;
        this.limit = limit;
        this.begin = new Mark(nanoTime.getAsLong(), done);
        this.measured = begin;
        this.latest = begin;
    }

    /// Takes notice of epochs that are done, or parts of them.
    void advance(double done) {
        long passed = nanoTime.getAsLong() - begin.time;
        if (passed >= Math.max(FIRST_MARK, 2 * (latest.time - begin.time))) {
            Mark here = new Mark(begin.time + passed, done);
            measured = latest.equals(begin) ? here : latest;
            latest = here;
        }
    }

    /// Whether the speed is known well enough to tell of it early.
    boolean isMeasured(double done) {
        return !measured.equals(begin) && done > measured.epochs;
    }

    /// Seconds that are left, never more than the time limit leaves.
    ///
    /// @param done epochs that are done
    /// @param toCome epochs after them
    double seconds(double done, double toCome) {
        long now = nanoTime.getAsLong();
        Mark from = done > measured.epochs ? measured : begin;
        double atThisSpeed = (now - from.time) * 1e-9 / (done - from.epochs) * toCome;
        double allowed = limit.map(time -> time.toMillis() * 1e-3).orElse(Double.POSITIVE_INFINITY);
        return Math.min(atThisSpeed, Math.max(0, allowed - (now - begin.time) * 1e-9));
    }
}
