package slope.training;

import java.util.Optional;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;

/// Trains networks with fixed settings. A value: each method with a setting gives another trainer.
///
///     TrainingResult result = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
///             .learningRate(LearningRate.constant(0.001)).batchSize(64).seed(7)
///             .stopping(Stopping.after(100)).train(start, training, validation);
public final class Trainer {
    private final Steps steps;
    private final Course course;
    private final TrainingOptions trainingOptions;
    private final Engine engine;

    /// The order in which an epoch goes through the training rows.
    public enum RowOrder {
        SHUFFLED,
        AS_GIVEN
    }

    /// What a step does.
    private record Steps(Loss loss, Optimizer optimizer, LearningRate learningRate, int batchSize) {
        Steps {
            if (batchSize < 1) {
                throw new IllegalArgumentException("a batch needs at least 1 row, not " + batchSize);
            }
        }
    }

    /// Which steps there are.
    private record Course(Stopping stopping, long seed, RowOrder order, Divergence divergence) {}

    private Trainer(Steps steps, Course course, TrainingOptions trainingOptions, Engine engine) {
        this.steps = steps;
        this.course = course;
        this.trainingOptions = trainingOptions;
        this.engine = engine;
    }

    /// A trainer with default settings: rate 0.001, batches of 32, 100 epochs, seed 0, shuffled, on
    /// the fastest kernels and all cores.
    public static Trainer of(Loss loss, Optimizer optimizer) {
        return new Trainer(
                new Steps(loss, optimizer, LearningRate.constant(0.001), 32),
                new Course(Stopping.after(100), 0, RowOrder.SHUFFLED, Divergence.ENDS),
                TrainingOptions.none(),
                Engine.best());
    }

    /// The loss to minimize.
    public Loss loss() {
        return steps.loss;
    }

    /// How gradients change parameters.
    public Optimizer optimizer() {
        return steps.optimizer;
    }

    /// The learning-rate schedule. L-BFGS, which searches for the length of each step, has none.
    public LearningRate learningRate() {
        return steps.learningRate;
    }

    public Trainer learningRate(LearningRate learningRate) {
        return with(new Steps(steps.loss, steps.optimizer, learningRate, steps.batchSize));
    }

    /// Rows of a step, at least 1; with more than there are, each step sees all rows, as each of
    /// L-BFGS does. For the last rows of an epoch see [TrainingOptions.LastBatch].
    public int batchSize() {
        return steps.batchSize;
    }

    public Trainer batchSize(int batchSize) {
        return with(new Steps(steps.loss, steps.optimizer, steps.learningRate, batchSize));
    }

    private Trainer with(Steps other) {
        return new Trainer(other, course, trainingOptions, engine);
    }

    /// When training ends.
    public Stopping stopping() {
        return course.stopping;
    }

    public Trainer stopping(Stopping stopping) {
        return with(new Course(stopping, course.seed, course.order, course.divergence));
    }

    /// The seed of the order of rows.
    public long seed() {
        return course.seed;
    }

    public Trainer seed(long seed) {
        return with(new Course(course.stopping, seed, course.order, course.divergence));
    }

    /// Whether rows are shuffled in each epoch.
    public RowOrder order() {
        return course.order;
    }

    public Trainer order(RowOrder order) {
        return with(new Course(course.stopping, course.seed, order, course.divergence));
    }

    /// What happens if numbers stop being finite.
    public Divergence divergence() {
        return course.divergence;
    }

    public Trainer divergence(Divergence divergence) {
        return with(new Course(course.stopping, course.seed, course.order, divergence));
    }

    private Trainer with(Course other) {
        return new Trainer(steps, other, trainingOptions, engine);
    }

    /// Further options, which recipes set.
    public TrainingOptions trainingOptions() {
        return trainingOptions;
    }

    public Trainer trainingOptions(TrainingOptions trainingOptions) {
        return new Trainer(steps, course, trainingOptions, engine);
    }

    /// The engine: it affects the time, and no bit of the result.
    public Engine engine() {
        return engine;
    }

    public Trainer engine(Engine engine) {
        return new Trainer(steps, course, trainingOptions, engine);
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

    /// Trains on rows in shards, as the `train` before it on those of one process. Each worker calls it
    /// with the same settings, start and validation rows, and gets the same bits.
    ///
    /// @param validation the validation rows, all of them on each worker
    /// @throws IllegalArgumentException also if the optimizer is L-BFGS, whose steps see all rows, there
    ///     is a time limit, which workers would reach at different steps, or no shard has rows
    /// @throws java.io.UncheckedIOException if another worker is gone
    public TrainingResult train(
            Network start,
            Shards shards,
            Examples validation,
            Scorer scorer,
            TrainingCallbacks<TrainingState> callbacks) {
        if (!(optimizer() instanceof UpdateRule) || stopping().timeLimit().isPresent()) {
            throw new IllegalArgumentException(
                    "rows in shards are trained on by an optimizer of batches and without a time limit");
        }
        TrainingRequirements requirements = TrainingRequirements.of(loss(), start.architecture());
        TrainingRequirements.check(this, start.architecture());
        shards.ofWorker().stream().flatMap(Optional::stream).forEach(rows -> requirements.check(rows, "training"));
        requirements.check(validation, "validation");
        TrainingRows rows = TrainingRows.of(shards, validation);
        if (rows.count() == 0) {
            throw new IllegalArgumentException("no shard has a training row");
        }
        engine.prepare();
        try (Team team = engine.start()) {
            Validation scored = new Validation(validation, Optional.of(scorer));
            return new TrainingRun(this, team, start, rows, Optional.of(scored), callbacks).run();
        }
    }

    private TrainingResult train(
            Network start,
            Examples training,
            Optional<Validation> validation,
            TrainingCallbacks<TrainingState> callbacks) {
        TrainingRequirements requirements = TrainingRequirements.of(loss(), start.architecture());
        TrainingRequirements.check(this, start.architecture());
        requirements.check(training, "training");
        validation.ifPresent(rows -> requirements.check(rows.examples(), "validation"));
        engine.prepare();
        try (Team team = engine.start()) {
            return new TrainingRun(this, team, start, TrainingRows.of(training), validation, callbacks).run();
        }
    }
}
