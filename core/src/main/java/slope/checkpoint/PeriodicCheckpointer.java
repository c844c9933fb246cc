package slope.checkpoint;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import slope.fit.FitState;
import slope.table.DataException;
import slope.training.Checkpointer;

/// Writes checkpoints during training: after the first batch, after epochs, and after a maximum
/// interval.
///
/// Writing takes at most a fiftieth of the time: after a checkpoint that took 10 ms the next one
/// waits half a second, even if epochs are shorter. The first checkpoint has to succeed. If a later
/// one fails, training continues and the next attempt follows after the interval.
public final class PeriodicCheckpointer implements Checkpointer<FitState> {
    private static final long SHARE = 50;

    private final CheckpointFolder folder;
    private final Identity identity;
    private final long interval; // nanoseconds
    private final Consumer<String> complaints;
    private final LongSupplier nanoTime;
    private boolean written;
    private boolean failing;
    private long ended; // when the last one was written, by the clock
    private long pause; // after that, in nanoseconds

    /// @param interval the time after which a checkpoint is written in the middle of an epoch
    /// @param complaints receives a sentence when checkpoints can no longer be written
    public PeriodicCheckpointer(
            CheckpointFolder folder, Identity identity, Duration interval, Consumer<String> complaints) {
        this(folder, identity, interval, complaints, System::nanoTime);
    }

    PeriodicCheckpointer(
            CheckpointFolder folder,
            Identity identity,
            Duration interval,
            Consumer<String> complaints,
            LongSupplier nanoTime) {
        this.folder = folder;
        this.identity = identity;
        this.interval = interval.toNanos();
        this.complaints = complaints;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean wants(Moment moment) {
        if (!written) {
            return true;
        }
        return switch (moment) {
            case AFTER_BATCH -> nanoTime.getAsLong() - ended >= Math.max(interval, pause);
            case AFTER_EPOCH -> nanoTime.getAsLong() - ended >= pause;
            case AFTER_ALL -> true;
        };
    }

    @Override
    public void save(FitState state) {
        long started = nanoTime.getAsLong();
        try {
            folder.write(identity, state, state.atWork().isEmpty());
            written = true;
            failing = false;
        } catch (DataException failure) {
            if (!written) {
                throw failure;
            }
            if (!failing) {
                complaints.accept(failure.getMessage() + "; training continues, the earlier checkpoints are intact");
            }
            failing = true;
        }
        ended = nanoTime.getAsLong();
        pause = failing ? Math.max(interval, SHARE * (ended - started)) : SHARE * (ended - started);
    }
}
