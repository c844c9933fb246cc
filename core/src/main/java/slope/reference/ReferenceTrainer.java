package slope.reference;

import slope.training.DivergedException;
import slope.training.LearningRate;
import slope.training.Loss;
import slope.training.Optimizer;

/// Trains in double precision, all rows in every iteration; a value that can be used any number of
/// times.
///
///     var trainer = new ReferenceTrainer(Loss.HALF_SQUARED_ERROR, Optimizer.sgd(), LearningRate.constant(1));
///     ReferenceNetwork trained = trainer.train(start, inputs, targets, 10_000);
///
/// @param loss what to make small
/// @param optimizer how gradients change parameters
/// @param learningRate how large the steps are
public record ReferenceTrainer(Loss loss, Optimizer optimizer, LearningRate learningRate) {

    /// The network after so many iterations; the given one stays as it was.
    ///
    /// @param inputs rows × the network's inputs
    /// @param targets rows × what the loss wants
    /// @param iterations at least 1
    /// @throws IllegalArgumentException if shapes do not fit, or the last layer does not fit the
    /// loss
    /// @throws DivergedException if a parameter is no finite number any more
    public ReferenceNetwork train(ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations) {
        return train(start, inputs, targets, iterations, _ -> {});
    }

    /// The same, with a listener that sees every iteration.
    public ReferenceNetwork train(
            ReferenceNetwork start, Matrix inputs, Matrix targets, int iterations, IterationListener listener) {
        if (iterations < 1) {
            throw new IllegalArgumentException("training needs at least 1 iteration, not " + iterations);
        }
        Trace trace = Trace.first(start, inputs, targets, loss, optimizer, learningRate.at(0));
        requireFinite(trace, learningRate.at(0));
        listener.iterationEnded(trace);
        for (int done = 1; done < iterations; done++) {
            double rate = learningRate.at((double) done / iterations);
            trace = trace.next(rate);
            requireFinite(trace, rate);
            listener.iterationEnded(trace);
        }
        return trace.after();
    }

    private static void requireFinite(Trace trace, double rate) {
        if (!trace.after().isFinite()) {
            throw DivergedException.inIteration(trace.iteration(), trace.lossValue(), rate);
        }
    }
}
