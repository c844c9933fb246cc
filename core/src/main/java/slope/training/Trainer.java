package slope.training;

import java.util.Optional;
import java.util.function.LongSupplier;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

/// Trains networks with fixed settings; a value that can be reused.
///
///     TrainingResult result = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
///             .learningRate(LearningRate.constant(0.001)).batchSize(64).seed(7)
///             .stopping(Stopping.after(100)).train(start, training, validation);
///
/// @param loss the loss to minimize
/// @param optimizer how gradients change parameters
/// @param learningRate the learning-rate schedule
/// @param batchSize rows of a step, at least 1; for the last rows of an epoch see
///     [TrainingOptions.LastBatch]
/// @param stopping when to stop
/// @param seed of the order of rows
/// @param order whether rows are shuffled in each epoch
/// @param trainingOptions further options, which recipes set
/// @param divergence what happens if numbers stop being finite
/// @param engine the engine: it affects the time, and no bit of the result
public record Trainer(
        Loss loss,
        Optimizer optimizer,
        LearningRate learningRate,
        int batchSize,
        Stopping stopping,
        long seed,
        RowOrder order,
        TrainingOptions trainingOptions,
        Divergence divergence,
        Engine engine) {

    /// The order in which an epoch goes through the training rows.
    public enum RowOrder {
        SHUFFLED,
        AS_GIVEN
    }

    public Trainer {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, not " + batchSize);
        }
    }

    /// A trainer with default settings: rate 0.001, batches of 32, 100 epochs, seed 0, shuffled, on
    /// the fastest kernels and all cores.
    public static Trainer of(Loss loss, Optimizer optimizer) {
        return new Trainer(
                loss,
                optimizer,
                LearningRate.constant(0.001),
                32,
                Stopping.after(100),
                0,
                RowOrder.SHUFFLED,
                TrainingOptions.none(),
                Divergence.ENDS,
                Engine.best());
    }

    /// This trainer with another learning-rate schedule.
    public Trainer learningRate(LearningRate learningRate) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another batch size.
    ///
    /// @param batchSize rows of a step, at least 1; with more than there are, each step sees all
    ///     rows
    public Trainer batchSize(int batchSize) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another stopping rule.
    public Trainer stopping(Stopping stopping) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another seed of the order of rows.
    public Trainer seed(long seed) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another order of rows.
    public Trainer order(RowOrder order) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with other training options.
    public Trainer trainingOptions(TrainingOptions trainingOptions) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another reaction to divergence.
    public Trainer divergence(Divergence divergence) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer on another engine.
    public Trainer engine(Engine engine) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// Trains without validation rows and without callbacks; see the `train` with a scorer.
    public TrainingResult train(Network start, Examples training) {
        return train(start, training, TrainingListener.silent());
    }

    /// Trains without validation rows: the best epoch is the one with the lowest training loss; see
    /// the `train` with a scorer.
    public TrainingResult train(Network start, Examples training, TrainingListener listener) {
        return train(start, training, Optional.empty(), TrainingCallbacks.by(listener));
    }

    /// Trains without callbacks; see the `train` with a scorer.
    public TrainingResult train(Network start, Examples training, Examples validation) {
        return train(start, training, validation, TrainingListener.silent());
    }

    /// Trains and chooses the epoch with the lowest validation loss; see the `train` with a scorer.
    public TrainingResult train(Network start, Examples training, Examples validation, TrainingListener listener) {
        return train(
                start,
                training,
                Optional.of(new Validation(validation, Optional.empty())),
                TrainingCallbacks.by(listener));
    }

    /// Trains a network from the parameters of `start`, which is not changed. The same arguments
    /// and settings give the same bits on every machine, unless a time limit ends the training.
    ///
    /// @param training the training rows
    /// @param validation the validation rows, which choose the best epoch and never change a
    ///     parameter
    /// @param scorer scores each epoch
    /// @param listener callbacks after each batch and epoch; an exception from one ends the
    ///     training and is rethrown
    /// @return the network of the best epoch, the one with the lowest score; for ties see
    ///     [TrainingOptions.Ties]
    /// @throws IllegalArgumentException before training, if the network's widths, its last layer or
    ///     a value do not suit the loss, or there are no rows
    /// @throws DivergedException if numbers stop being finite and the trainer does not recover
    /// @throws TimeLimitException if one whole epoch is required and does not fit into the time
    ///     limit
    public TrainingResult train(
            Network start, Examples training, Examples validation, Scorer scorer, TrainingListener listener) {
        return train(start, training, validation, scorer, TrainingCallbacks.by(listener));
    }

    /// Trains like the `train` before it, or resumes from a state of a training with the same
    /// settings and rows. The result has the same bits as that of an uninterrupted training.
    ///
    /// @param start the network that the training started from; when resuming, only its shape
    ///     counts
    /// @param callbacks the listener, the checkpointer, and the state to resume from
    /// @throws IllegalArgumentException also if the state belongs to a training with other settings
    public TrainingResult train(
            Network start,
            Examples training,
            Examples validation,
            Scorer scorer,
            TrainingCallbacks<TrainingState> callbacks) {
        return train(start, training, Optional.of(new Validation(validation, Optional.of(scorer))), callbacks);
    }

    private TrainingResult train(
            Network start,
            Examples training,
            Optional<Validation> validation,
            TrainingCallbacks<TrainingState> callbacks) {
        TrainingRequirements requirements = TrainingRequirements.of(loss, start.architecture());
        requirements.check(training, "training");
        validation.ifPresent(rows -> requirements.check(rows.examples(), "validation"));
        try (Team team = engine.start()) {
            LongSupplier nanoTime =
                    stopping.timeLimit().map(TimeLimit::nanoTime).orElse(System::nanoTime);
            return new TrainingRun(this, team, start, training, validation, callbacks, nanoTime).run();
        }
    }
}
