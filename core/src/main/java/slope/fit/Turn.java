package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import slope.layer.Parameters;
import slope.training.Checkpointer;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.NetworkStart;
import slope.training.Recovery;
import slope.training.TrainedStep;
import slope.training.TrainingListener;

/// The turn of a network that is trained beside others. Its listener is told of epochs when those of all networks
/// before it have been told; of batches, and where a checkpoint could be written, only from then on.
final class Turn {
    private final List<Runnable> untold = new ArrayList<>();
    private boolean isStopped; // by the listener, at an epoch that it was told of late
    private volatile boolean hasCome;
    private volatile boolean isGivenUp;

    /// Tells what has happened so far. From now on the listener is called in the thread that trains.
    synchronized void come() {
        untold.forEach(Runnable::run);
        untold.clear();
        hasCome = true;
    }

    /// Ends the training with a [CancellationException] after its next batch.
    void giveUp() {
        isGivenUp = true;
    }

    private synchronized void tell(Runnable event) {
        if (hasCome) {
            event.run();
        } else {
            untold.add(event);
        }
    }

    private synchronized boolean isStoppedBy(TrainingListener listener, EpochReport report) {
        tell(() -> isStopped = isStopped || listener.stopsAfter(report));
        return isStopped;
    }

    /// This turn's view of a checkpointer.
    <S> Checkpointer<S> checkpointer(Checkpointer<S> checkpointer) {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return hasCome && checkpointer.wants(moment);
            }

            @Override
            public void save(S state) {
                checkpointer.save(state);
            }
        };
    }

    /// This turn's view of a listener.
    TrainingListener listener(TrainingListener listener) {
        return new TrainingListener() {
            @Override
            public void networkStarted(NetworkStart start) {
                tell(() -> listener.networkStarted(start));
            }

            @Override
            public void epochEnded(EpochReport report) {
                tell(() -> listener.epochEnded(report));
            }

            @Override
            public boolean stopsAfter(EpochReport report) {
                return isStoppedBy(listener, report);
            }

            @Override
            public void recovered(Recovery recovery, DivergedException cause) {
                tell(() -> listener.recovered(recovery, cause));
            }

            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                if (isGivenUp) {
                    throw new CancellationException();
                }
                if (hasCome) {
                    listener.batchEnded(epoch, batch, batches);
                }
            }

            @Override
            public void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {
                if (hasCome) {
                    listener.gradientComputed(epoch, batch, gradient);
                }
            }

            @Override
            public boolean wantsStep(int epoch, int batch) {
                return hasCome && listener.wantsStep(epoch, batch);
            }

            @Override
            public void stepEnded(TrainedStep step) {
                listener.stepEnded(step);
            }
        };
    }
}
