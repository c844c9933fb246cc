package slope.training;

import java.util.Optional;
import java.util.function.LongSupplier;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

/// Trains networks with fixed settings; a value that can be used any number of times.
///
///     TrainingResult result = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
///             .learningRate(LearningRate.constant(0.001)).batchSize(64).seed(7)
///             .stopping(Stopping.after(100)).train(start, training, validation);
///
/// @param loss what to make small
/// @param optimizer how gradients change parameters
/// @param learningRate how large the steps are
/// @param batchSize rows a step sees, at least 1; what is left at an epoch's end the refinements say
/// @param stopping when to end
/// @param seed of the order of rows
/// @param order whether rows are shuffled in each epoch
/// @param trainingOptions what recipes settle besides
/// @param divergence what happens if the numbers stop being finite
/// @param engine what it runs on: it decides how long training takes, and no bit of the result
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

    /// A trainer with ordinary settings: rate 0.001, batches of 32, 100 epochs, seed 0, shuffled, on
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

    /// This trainer with other batches.
    ///
    /// @param batchSize rows a step sees, at least 1; more than there are means all
    public Trainer batchSize(int batchSize) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another end.
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

    /// This trainer with other refinements.
    public Trainer trainingOptions(TrainingOptions trainingOptions) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer with another answer to numbers that stop being finite.
    public Trainer divergence(Divergence divergence) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// This trainer on another engine.
    public Trainer engine(Engine engine) {
        return new Trainer(
                loss, optimizer, learningRate, batchSize, stopping, seed, order, trainingOptions, divergence, engine);
    }

    /// Trains without validation rows and in silence; see the `train` with a judge.
    public TrainingResult train(Network start, Examples training) {
        return train(start, training, TrainingListener.silent());
    }

    /// Trains without validation rows: the best epoch is the one with the lowest training loss; see
    /// the `train` with a judge.
    public TrainingResult train(Network start, Examples training, TrainingListener listener) {
        return train(start, training, Optional.empty(), TrainingCallbacks.by(listener));
    }

    /// Trains in silence; see the `train` with a judge.
    public TrainingResult train(Network start, Examples training, Examples validation) {
        return train(start, training, validation, TrainingListener.silent());
    }

    /// Trains, and chooses the epoch with the lowest validation loss; see the `train` with a judge.
    public TrainingResult train(Network start, Examples training, Examples validation, TrainingListener listener) {
        return train(
                start,
                training,
                Optional.of(new Validation(validation, Optional.empty())),
                TrainingCallbacks.by(listener));
    }

    /// Trains a network, from the parameters of `start`, which stays as it is. The same arguments
    /// and settings give the same bits on every machine, unless a time limit ends it.
    ///
    /// @param training the rows to learn from
    /// @param validation the rows that choose the best epoch, and never change a parameter
    /// @param judge says how good an epoch is
    /// @param listener hears of each batch and epoch; what it throws ends the training and is
    ///     thrown on
    /// @return the network of the best epoch: the one judged lowest, of equals the one that the
    ///     refinements choose
    /// @throws IllegalArgumentException before anything is trained, if the network's widths, its
    ///     last layer or a value do not suit the loss, or there are no rows
    /// @throws DivergedException if the numbers stop being finite, and the trainer does not recover from that
    /// @throws TimeLimitException if a time limit wants a whole epoch and has no room for one
    public TrainingResult train(
            Network start, Examples training, Examples validation, Scorer judge, TrainingListener listener) {
        return train(start, training, validation, judge, TrainingCallbacks.by(listener));
    }

    /// Trains like the `train` before it, or goes on from a state that a training with the same settings and
    /// rows came to, and ends with the same bits as if that one had gone on itself.
    ///
    /// @param start the network that the training started from; where it goes on, only its shape counts
    /// @param supervision who hears of it, who keeps its states, and where it goes on
    /// @throws IllegalArgumentException also if the state is one of a training with other settings
    public TrainingResult train(
            Network start,
            Examples training,
            Examples validation,
            Scorer judge,
            TrainingCallbacks<TrainingState> supervision) {
        return train(start, training, Optional.of(new Validation(validation, Optional.of(judge))), supervision);
    }

    private TrainingResult train(
            Network start,
            Examples training,
            Optional<Validation> validation,
            TrainingCallbacks<TrainingState> supervision) {
        TrainingRequirements requirements = TrainingRequirements.of(loss, start.architecture());
        requirements.check(training, "training");
        validation.ifPresent(rows -> requirements.check(rows.examples(), "validation"));
        try (Team team = engine.start()) {
            LongSupplier nanoTime =
                    stopping.timeLimit().map(TimeLimit::nanoTime).orElse(System::nanoTime);
            return new TrainingRun(this, team, start, training, validation, supervision, nanoTime).run();
        }
    }
}
