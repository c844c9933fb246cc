package slope.training;

import java.util.Optional;
import slope.table.DataException;

/// A step of a training that is wanted as a whole: the listener that waits for it, and ends the
/// training with its epoch.
///
///     WantedStep wanted = new WantedStep(3, 17);
///     trainer.train(start, training, validation, wanted);
///     TrainedStep step = wanted.found();
public final class WantedStep implements TrainingListener {
    private final int epoch;
    private final int number;
    private int epochs;
    private int batches; // of an epoch
    private double trainingLoss = Double.NaN;
    private Optional<TrainedStep> found = Optional.empty();

    /// A step that has not been met.
    ///
    /// @param epoch from 1
    /// @param number of the step in the epoch, from 1
    public WantedStep(int epoch, int number) {
        this.epoch = epoch;
        this.number = number;
    }

    /// The epoch, from 1.
    public int epoch() {
        return epoch;
    }

    @Override
    public boolean wantsStep(int epoch, int batch) {
        return this.epoch == epoch && number == batch;
    }

    @Override
    public void stepEnded(TrainedStep step) {
        found = Optional.of(step);
    }

    /// Refuses a step that no epoch has, at the first that tells.
    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        this.batches = batches;
        if (number < 1 || number > batches) {
            throw new DataException(
                    "an epoch of this training has no step %s; its steps are 1 to %s".formatted(number, batches));
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        epochs = report.epoch();
        trainingLoss = report.losses().training();
    }

    @Override
    public boolean stopsAfter(EpochReport report) {
        return report.epoch() >= epoch;
    }

    /// The step, after the training.
    ///
    /// @throws DataException if the training had no such epoch
    public TrainedStep found() {
        return found.orElseThrow(() -> noEpoch(epoch, epochs));
    }

    /// Whether the training has come to it.
    public boolean isFound() {
        return found.isPresent();
    }

    /// The step before it, once a batch has ended; empty for the first of all.
    public Optional<WantedStep> before() {
        if (number > 1) {
            return Optional.of(new WantedStep(epoch, number - 1));
        }
        return epoch > 1 ? Optional.of(new WantedStep(epoch - 1, batches)) : Optional.empty();
    }

    /// The training loss of the last epoch that ended: the step's own.
    public double trainingLoss() {
        return trainingLoss;
    }

    /// The refusal of an epoch that a training does not have.
    ///
    /// @param epochs that it has
    public static DataException noEpoch(int epoch, int epochs) {
        return new DataException(
                "the training of this network has no epoch %s; its epochs are 1 to %s".formatted(epoch, epochs));
    }
}
