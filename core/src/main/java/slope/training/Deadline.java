package slope.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import slope.training.TimeLimit.FirstEpoch;

/// The time a training takes, and when one with a time limit has to stop stepping, so that a last look at the
/// validation rows and all that comes behind the training still fit in.
///
/// How long a row takes to predict is what it took at the last look at the validation rows, and before the first
/// a part of what it takes in the fastest step so far: Java becomes faster while it compiles, so that the slow
/// first steps are no measure. Without a limit the clock is not looked at between steps.
final class Deadline {
    /// A forward pass has a third of a step's products.
    private static final double FORWARD_PART = 0.4;

    /// What is kept back is a little more than what it took before.
    private static final double SAFETY = 1.25;

    /// So much of the time is spent on steps before they tell how long others take.
    private static final double WARM_UP = 0.1;

    /// Before a training is given up in its first epoch, its steps take so many nanoseconds, late as it may be:
    /// whoever is refused wants to know how long it would take.
    private static final long MEASURING = 400_000_000;

    /// Fewer rows than these do not tell how long many take.
    private static final int FEWEST_ROWS = 128;

    private final Optional<TimeLimit> limit;
    private final long limitTime; // nanoseconds
    private final int validationRows;
    private final LongSupplier nanoTime;
    private long started;
    private long validationStarted;
    private long validationTook = -1;

    private long rows; // that steps of this process went over
    private long lastLook; // at the clock, when there were so many of them:
    private long lastRows;
    private double fastestRow = Double.NaN; // nanoseconds
    private long warmSince = -1; // when steps began to be a measure, with so many rows:
    private long warmRows;

    Deadline(Optional<TimeLimit> limit, int validationRows, LongSupplier nanoTime) {
        this.limit = limit;
        this.limitTime = limit.map(TimeLimit::time).map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.validationRows = validationRows;
        this.nanoTime = nanoTime;
    }

    /// Starts the clock.
    void start() {
        started = nanoTime.getAsLong();
        lastLook = started;
    }

    /// Starts the clock as if the training had gone on all the time since that state.
    void start(TrainingState.Times times) {
        lastLook = nanoTime.getAsLong();
        started = lastLook - times.passed();
        validationTook = times.validation();
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
        if (rows > lastRows) {
            fastestRow = fastest((double) (now - lastLook) / (rows - lastRows));
        }
        lastLook = now;
        lastRows = rows;
        if (warmSince < 0 && now - started >= WARM_UP * limitTime) {
            warmSince = now;
            warmRows = rows;
        }
        boolean measuresFirst = kept == 0 && firstEpoch() == FirstEpoch.WHOLE && now - started < MEASURING;
        return now - started + reserve(kept) >= limitTime && !measuresFirst;
    }

    private FirstEpoch firstEpoch() {
        return limit.map(TimeLimit::firstEpoch).orElse(FirstEpoch.MAY_BE_CUT);
    }

    private double fastest(double ofRow) {
        return Double.isNaN(fastestRow) ? ofRow : Math.min(fastestRow, ofRow);
    }

    /// Allows the first epoch to end before it has gone over all rows, or not.
    ///
    /// @param rowsLeft that it has not gone over
    /// @throws TimeLimitException if it has to be whole
    void allowCut(int rowsLeft) {
        if (firstEpoch() == FirstEpoch.WHOLE) {
            boolean isMeasured = warmSince >= 0 && lastLook - warmSince > MEASURING && lastRows > warmRows;
            double ofRow = isMeasured ? (double) (lastLook - warmSince) / (lastRows - warmRows) : fastestRow;
            throw new TimeLimitException(
                    Duration.ofNanos(Math.round(ofRow * rowsLeft + SAFETY * (validationLook() + after(1)))));
        }
    }

    /// Nanoseconds that are kept back. Nothing is, before it is known how much: where a single step takes all
    /// the time there is, the limit alone counts.
    private double reserve(int kept) {
        boolean isKnown = validationTook >= 0 || warmSince >= 0;
        return isKnown ? SAFETY * (validationLook() + after(Math.max(1, kept))) : 0;
    }

    private double validationLook() {
        return validationTook >= 0 ? validationTook : FORWARD_PART * fastestRow * validationRows;
    }

    /// What comes behind the training. Where several networks are kept, all of them predict the validation rows
    /// once more to show that they are worth it.
    private double after(int kept) {
        if (limit.isEmpty()) {
            return 0;
        }
        boolean isMeasured = validationTook >= 0 && validationRows >= FEWEST_ROWS;
        double ofNetwork = isMeasured ? (double) validationTook / validationRows : FORWARD_PART * fastestRow;
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
