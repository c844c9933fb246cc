package slope.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import slope.layer.Architecture;
import slope.training.TimeLimit.FirstEpoch;

/// The clock of a training: the time it takes, and when a training with a time limit has to stop,
/// so that a final validation and the work after training still fit.
///
/// The prediction time of a row is the one of the last validation, and before the first validation
/// a share of the time of recent steps. While Java compiles, steps are not representative: then it
/// is the time of an ordinary machine. Without a limit the clock is not read between steps.
final class Deadline {
    /// A forward pass has a third of a step's products.
    private static final double FORWARD_PART = 0.4;

    /// The reserve is slightly more than the time it took before.
    private static final double SAFETY = 1.25;

    /// Steps on large networks that take this many times the time of an ordinary machine are not
    /// compiled yet, for a while at most; steps on small networks are compiled at once.
    private static final double COLD = 10;

    private static final double LARGE = 300; // nanoseconds of a row
    private static final long COLD_AT_MOST = 20_000_000_000L; // nanoseconds

    /// So long after the first step, the pace of steps on large networks still grows.
    private static final long EARLY = 3_000_000_000L; // nanoseconds

    /// Before a training is given up in its first epoch, its steps are measured for this many
    /// nanoseconds: the message says how long it would take.
    private static final long MEASURING = 400_000_000;

    /// Fewer rows than this do not predict the time of many.
    private static final int FEWEST_ROWS = 128;

    private final Optional<TimeLimit> limit;
    private final long limitTime; // nanoseconds
    private final int validationRows;
    private final double ordinaryRow; // nanoseconds
    private final LongSupplier nanoTime;
    private long started;
    private long stepping; // since then, in this process
    private long validationStarted;
    private long validationTook = -1;

    private long rows; // that steps of this process went over
    private Look lastLook = new Look(0, 0);
    private Look halfway = lastLook; // steps since then are those of late: a half to three quarters of the time
    private Look later = lastLook;
    private double fastestRow = Double.NaN; // nanoseconds

    /// At the clock, when steps of this process had gone over so many rows.
    private record Look(long time, long rows) {
        double ofRow(Look before) {
            return (double) (time - before.time) / (rows - before.rows);
        }
    }

    /// @param validationRows that each epoch is scored by
    /// @param ordinaryRow nanoseconds that a step takes for a row on an ordinary machine
    Deadline(Optional<TimeLimit> limit, int validationRows, double ordinaryRow, LongSupplier nanoTime) {
        this.limit = limit;
        this.limitTime = limit.map(TimeLimit::time).map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.validationRows = validationRows;
        this.ordinaryRow = ordinaryRow;
        this.nanoTime = nanoTime;
    }

    /// Nanoseconds for the three products of a row, of which an ordinary machine does twenty
    /// multiply-adds in one.
    static double ordinaryRow(Architecture architecture) {
        return 0.15 * architecture.members() * architecture.parameterLayout().length();
    }

    /// Starts the clock.
    void start() {
        begin(nanoTime.getAsLong(), 0);
    }

    /// Starts the clock as if the training had gone on all the time since that state.
    void start(TrainingState.Times times) {
        begin(nanoTime.getAsLong(), times.passed());
        validationTook = times.validation();
    }

    private void begin(long now, long passed) {
        started = now - passed;
        stepping = now;
        lastLook = new Look(now, 0);
        halfway = lastLook;
        later = lastLook;
    }

    void startValidation() {
        validationStarted = limit.isPresent() ? nanoTime.getAsLong() : 0;
    }

    void endValidation() {
        validationTook = limit.isPresent() ? nanoTime.getAsLong() - validationStarted : 0;
    }

    /// A step has gone over so many rows.
    void stepped(int ofStep) {
        rows += ofStep;
    }

    /// Whether no further step fits.
    ///
    /// @param kept how many networks the training would keep if it ended now
    boolean isReached(int kept) {
        if (limit.isEmpty()) {
            return false;
        }
        long now = nanoTime.getAsLong();
        look(now);
        boolean measuresFirst = kept == 0 && firstEpoch() == FirstEpoch.WHOLE && now - started < MEASURING;
        return now - started + reserve(kept) >= limitTime && !measuresFirst;
    }

    private FirstEpoch firstEpoch() {
        return limit.map(TimeLimit::firstEpoch).orElse(FirstEpoch.MAY_BE_CUT);
    }

    private void look(long now) {
        if (rows == lastLook.rows) {
            return;
        }
        Look here = new Look(now, rows);
        double ofRow = here.ofRow(lastLook);
        fastestRow = Double.isNaN(fastestRow) ? ofRow : Math.min(fastestRow, ofRow);
        if (later.rows == 0 || now - stepping >= 2 * (later.time - stepping)) {
            halfway = later;
            later = here;
        }
        lastLook = here;
    }

    /// Nanoseconds that a step will take for a row, by those of late; while the pace still grows, by
    /// the fastest or an ordinary machine.
    private double stepRow() {
        return ordinaryRow > LARGE && (isCold() || lastLook.time - stepping < EARLY)
                ? Math.min(fastestRow, Math.max(2 * ordinaryRow, fastestRow / COLD))
                : rowOfLate();
    }

    private double rowOfLate() {
        return lastLook.rows > halfway.rows ? lastLook.ofRow(halfway) : fastestRow;
    }

    private boolean isCold() {
        return ordinaryRow > LARGE && !(fastestRow <= COLD * ordinaryRow) && lastLook.time - stepping < COLD_AT_MOST;
    }

    /// Nanoseconds that a row takes to be predicted, before the first look at the validation rows.
    private double forwardRow() {
        return FORWARD_PART * (isCold() ? ordinaryRow : rowOfLate());
    }

    /// Allows the first epoch to end before it has gone over all rows, or not.
    ///
    /// @param rowsLeft that it has not gone over
    /// @throws TimeLimitException if it has to be whole
    void allowCut(int rowsLeft) {
        if (firstEpoch() == FirstEpoch.WHOLE) {
            double predictedRow = FORWARD_PART * stepRow();
            double predictions = SAFETY * (validationLook(predictedRow) + after(1, predictedRow));
            throw new TimeLimitException(Duration.ofNanos(Math.round(stepRow() * rowsLeft + predictions)));
        }
    }

    /// Nanoseconds that are kept back. Before the first look at the validation rows they are a
    /// guess, which does not end a training in the first half of its time.
    private double reserve(int kept) {
        double reserve = SAFETY * (validationLook(forwardRow()) + after(Math.max(1, kept), forwardRow()));
        return validationTook >= 0 ? reserve : Math.min(reserve, 0.5 * limitTime);
    }

    private double validationLook(double predictedRow) {
        return validationTook >= 0 ? validationTook : predictedRow * validationRows;
    }

    /// What comes behind the training. Where several networks are kept, all of them predict the
    /// validation rows once more to show that they are worth it.
    private double after(int kept, double predictedRow) {
        if (limit.isEmpty()) {
            return 0;
        }
        boolean isMeasured = validationTook >= 0 && validationRows >= FEWEST_ROWS;
        double ofNetwork = isMeasured ? (double) validationTook / validationRows : predictedRow;
        double rows = kept * (double) (limit.get().rowsAfter() + (kept > 1 ? validationRows : 0));
        return rows == 0
                ? 0
                : rows
                        * ((Double.isNaN(ofNetwork) ? 0 : ofNetwork)
                                + limit.get().encoding());
    }

    /// @param epochStarted the clock's reading when the epoch at work started
    TrainingState.Times times(long epochStarted) {
        long now = nanoTime.getAsLong();
        return new TrainingState.Times(now - started, now - epochStarted, validationTook);
    }
}
