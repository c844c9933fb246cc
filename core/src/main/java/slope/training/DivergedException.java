package slope.training;

import java.util.Locale;

/// Training left the finite numbers; no further step could bring it back.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int epoch;

    private DivergedException(int epoch, String message) {
        super(message);
        this.epoch = epoch;
    }

    /// Steps of this size led out of the finite numbers.
    ///
    /// @param lastLoss the last one that was finite
    static DivergedException after(int epoch, int batch, double learningRate, double lastLoss) {
        return new DivergedException(
                epoch,
                String.format(
                        Locale.ROOT,
                        "training diverged in epoch %d, batch %d: the loss is no finite number any more"
                                + " (the last was %.3g); try a learning rate well below %.3g",
                        epoch,
                        batch,
                        lastLoss,
                        learningRate));
    }

    /// Not even the start had a finite loss; no learning rate would help.
    static DivergedException atStart() {
        return new DivergedException(
                1,
                "training diverged in epoch 1, batch 1: the loss is no finite number before the first step;"
                        + " scale inputs and targets to around 1, or start from smaller weights");
    }

    /// For training whose every step sees all rows, so that an iteration is an epoch.
    ///
    /// @param iteration the one after which a parameter was no finite number any more, from 1
    /// @param loss before that iteration's update
    /// @param learningRate of that iteration
    public static DivergedException inIteration(int iteration, double loss, double learningRate) {
        return new DivergedException(
                iteration,
                String.format(
                        Locale.ROOT,
                        "training diverged in iteration %d: a parameter is no finite number any more"
                                + " (the loss was %.3g); try a learning rate well below %.3g",
                        iteration,
                        loss,
                        learningRate));
    }

    /// The epoch it happened in, from 1.
    public int epoch() {
        return epoch;
    }
}
