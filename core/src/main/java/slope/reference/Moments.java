package slope.reference;

import slope.optimizer.Optimizer;

/// What an optimizer remembers of the gradients it has seen, for one matrix of parameters.
public sealed interface Moments {

    /// Plain gradient descent remembers nothing.
    record None() implements Moments {}

    /// The speed that momentum has gathered: v in [Optimizer.Momentum] and [Optimizer.Nesterov].
    ///
    /// @param velocity in the parameters' shape
    record Velocity(Matrix velocity) implements Moments {}

    /// The fading means of gradients and of their squares: m and v in [Optimizer.Adam].
    ///
    /// @param mean in the parameters' shape
    /// @param square in the parameters' shape
    record MeanAndSquare(Matrix mean, Matrix square) implements Moments {}

    /// Before the first step: zero, in the parameters' shape.
    static Moments start(Optimizer optimizer, Matrix parameters) {
        Matrix zeros = Matrix.zerosLike(parameters);
        return switch (optimizer) {
            case Optimizer.Sgd _ -> new None();
            case Optimizer.Momentum _, Optimizer.Nesterov _ -> new Velocity(zeros);
            case Optimizer.Adam _, Optimizer.AdamW _ -> new MeanAndSquare(zeros, zeros);
        };
    }
}
