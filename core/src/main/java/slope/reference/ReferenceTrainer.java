package slope.reference;

import java.util.Arrays;
import slope.internal.lesson.PlainDescent;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.UpdateRule;
import slope.training.DivergedException;

/// Trains in double precision, all rows in every iteration; a value that can be used any number of
/// times.
///
///     var trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1));
///     ReferenceNetwork trained = trainer.train(start, inputs, targets, 10_000);
///
/// @param loss the loss to minimize
/// @param optimizer the optimizer
/// @param learningRate the learning-rate schedule
public record ReferenceTrainer(Loss loss, UpdateRule optimizer, LearningRate learningRate) {
    private static final IterationListener UNSEEN = new IterationListener() {
        @Override
        public boolean wants(int iteration) {
            return false;
        }

        @Override
        public void iterationEnded(Trace trace) {}
    };

    /// The network after a number of iterations; the given one is not changed.
    ///
    /// @param inputs rows × the network's inputs
    /// @param targets rows × what the loss wants
    /// @param iterations at least 1
    /// @throws IllegalArgumentException if shapes do not fit, or the last layer does not fit the
    /// loss
    /// @throws DivergedException if a parameter is no longer finite
    public ReferenceNetwork train(ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations) {
        return train(start, inputs, targets, iterations, UNSEEN);
    }

    /// The same, with callbacks after every iteration.
    public ReferenceNetwork train(
            ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations, IterationListener listener) {
        if (iterations < 1) {
            throw new IllegalArgumentException("training needs at least 1 iteration, not " + iterations);
        }
        return PlainDescent.isFor(start.architecture(), loss, optimizer)
                ? descend(start, inputs, targets, iterations, listener)
                : trace(start, inputs, targets, iterations, listener);
    }

    /// One trace after the other.
    private ReferenceNetwork trace(
            ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations, IterationListener listener) {
        Trace trace = Trace.first(start, inputs, targets, loss, optimizer, learningRate.at(0));
        report(trace, learningRate.at(0), listener);
        for (int done = 1; done < iterations; done++) {
            double rate = learningRate.at((double) done / iterations);
            trace = trace.next(rate);
            report(trace, rate, listener);
        }
        return trace.after();
    }

    private static void report(Trace trace, double rate, IterationListener listener) {
        requireFinite(trace, rate);
        if (listener.wants(trace.iteration())) {
            listener.iterationEnded(trace);
        } else {
            listener.iterationPassed(trace.iteration(), !trace.isAtRest());
        }
    }

    /// Traces where the listener wants them, quick steps between.
    private ReferenceNetwork descend(
            ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations, IterationListener listener) {
        // The first trace checks that all shapes fit.
        Trace trace = Trace.first(start, inputs, targets, loss, optimizer, learningRate.at(0));
        report(trace, learningRate.at(0), listener);
        PlainDescent descent = new PlainDescent(start.architecture(), inputs.toRows(), targets.toRows());
        ReferenceNetwork reached = trace.after();
        descent.goOnFrom(reached.parameters());
        for (int iteration = 2; iteration <= iterations; iteration++) {
            double rate = learningRate.at((double) (iteration - 1) / iterations);
            if (listener.wants(iteration)) {
                trace = Trace.ofPlainStep(iteration, reachedBy(descent, reached), inputs, targets, loss, rate);
                requireFinite(trace, rate);
                listener.iterationEnded(trace);
                reached = trace.after();
                descent.goOnFrom(reached.parameters());
            } else {
                pass(descent, iteration, rate, targets, listener);
            }
        }
        return reachedBy(descent, reached);
    }

    private void pass(PlainDescent descent, int iteration, double rate, Matrix targets, IterationListener listener) {
        switch (descent.step(rate)) {
            case MOVED -> listener.iterationPassed(iteration, true);
            case AT_REST -> listener.iterationPassed(iteration, false);
            case DIVERGED ->
                throw DivergedException.inIteration(
                        iteration, LossFormulas.value(loss, Matrix.of(descent.outputs()), targets), rate);
        }
    }

    /// The same object as long as no quick step was made since.
    private static ReferenceNetwork reachedBy(PlainDescent descent, ReferenceNetwork last) {
        double[] now = descent.parameters();
        return Arrays.equals(now, last.parameters()) ? last : ReferenceNetwork.of(last.architecture(), now);
    }

    private static void requireFinite(Trace trace, double rate) {
        if (!trace.after().isFinite()) {
            throw DivergedException.inIteration(trace.iteration(), trace.lossValue(), rate);
        }
    }
}
