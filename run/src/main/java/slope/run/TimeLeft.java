package slope.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Estimates the remaining time of a training, at the pace of the last quarter of its time so far.
///
/// While Java compiles, training becomes many times faster within a second: the early pace would
/// predict minutes where seconds are left. So there is no estimate while the pace still grows, nor
/// while it is far below that of compiled code.
final class TimeLeft {
    /// Shorter estimates cannot mislead anybody.
    private static final double SHORT = 0.3; // seconds

    /// A pace that has grown by more than this from one eighth of the time to the next still grows.
    private static final double STEADY = 1.25;

    /// Machines that are so slow for so long are slow for good.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Marks of the way so far are at least so far apart, as a part of the time so far.
    private static final double SPACING = 1.0 / 64;

    private final Stopwatch stopwatch;
    private final Optional<Duration> limit;
    private final double leastPace;
    private final long begun; // nanoseconds since the command began, as are the marks' times
    private final List<Mark> marks = new ArrayList<>();
    private boolean wasWarm; // what is compiled once stays so, however uneven the pace may be

    /// Where training was at a time.
    private record Mark(long time, double done) {}

    /// @param stopwatch runs since the command began
    /// @param limit of the whole command
    /// @param leastPace epochs in a second that compiled code does at least on an ordinary machine
    TimeLeft(Stopwatch stopwatch, Optional<Duration> limit, double leastPace) {
        this(stopwatch, limit, leastPace, 0);
    }

    private TimeLeft(Stopwatch stopwatch, Optional<Duration> limit, double leastPace, double done) {
        this.stopwatch = stopwatch;
        this.limit = limit;
        this.leastPace = leastPace;
        this.begun = now();
        marks.add(new Mark(begun, done));
    }

    /// The same, from now on, where so many epochs were done before.
    TimeLeft from(double done) {
        return new TimeLeft(stopwatch, limit, leastPace, done);
    }

    private long now() {
        return stopwatch.passed().toNanos();
    }

    /// Takes notice of epochs that are done, or parts of them.
    void advance(double done) {
        long now = now();
        long passed = now - begun;
        if (now - marks.getLast().time > SPACING * passed) {
            marks.add(new Mark(now, done));
            while (marks.size() > 2 && marks.get(1).time < begun + passed / 2) {
                marks.removeFirst();
            }
        }
    }

    /// Seconds that are left, never more than the time limit leaves; empty while the pace is not
    /// known.
    ///
    /// @param done epochs that are done
    /// @param toCome epochs after them, or what takes as long
    Optional<Double> seconds(double done, double toCome) {
        Mark here = new Mark(now(), done);
        double pace = Math.max(pace(here, 2, 0), pace(here, 1, 0));
        double left = toCome / pace;
        wasWarm = wasWarm || isWarm(here, pace);
        boolean isKnown = pace > 0 && (wasWarm || left < SHORT);
        double allowed =
                limit.map(time -> time.minusNanos(here.time).toMillis() * 1e-3).orElse(Double.POSITIVE_INFINITY);
        return isKnown && Double.isFinite(left) ? Optional.of(Math.min(left, Math.max(0, allowed))) : Optional.empty();
    }

    private boolean isWarm(Mark here, double pace) {
        boolean isSlow = pace < leastPace && here.time - begun < PATIENCE.toNanos();
        double before = pace(here, 2, 1);
        return !isSlow && Math.max(pace(here, 1, 0), pace(here, 0.5, 0)) <= STEADY * before;
    }

    /// Epochs a second between two eighths of the time so far, counted from now backwards.
    private double pace(Mark here, double from, double to) {
        double eighth = (here.time - begun) / 8.0;
        double start = here.time - from * eighth;
        double end = here.time - to * eighth;
        return (doneAt(end, here) - doneAt(start, here)) / (end - start) * 1e9;
    }

    /// Between two marks, a part of the way in the same part of the time.
    private double doneAt(double time, Mark here) {
        Mark later = here;
        for (int index = marks.size() - 1; index >= 0; index--) {
            Mark earlier = marks.get(index);
            if (earlier.time <= time) {
                return later.time == earlier.time
                        ? later.done
                        : earlier.done
                                + (later.done - earlier.done) * (time - earlier.time) / (later.time - earlier.time);
            }
            later = earlier;
        }
        return later.done;
    }
}
