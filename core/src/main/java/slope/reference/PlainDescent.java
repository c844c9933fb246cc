package slope.reference;

import java.util.Optional;
import slope.network.Architecture;
import slope.network.Layer;
import slope.training.Loss;
import slope.training.Optimizer;

/// Plain gradient descent on a small network, iteration after iteration, without a [Trace]: the same
/// bits, in arrays that are made once.
///
/// Only for what the notebook's experiments are made of: dense layers without biases whose
/// activation is a sigmoid, ReLU, tanh or none, and squared errors. Everything else trains trace by
/// trace.
///
/// With few rows and units most of the time goes into loops that hardly begin before they end. So
/// sums stand in the innermost loop and activations in one of their own over all rows and units.
final class PlainDescent {
    private final Architecture architecture;
    private final PlainDescentLayer[] layers;
    private final Matrix targets; // rows × outputs
    private final double[] wanted; // the same numbers
    private final Loss loss;
    private final double errorScale; // dLoss/da is (a − y) times this; 1 where it is left out

    PlainDescent(ReferenceNetwork start, Matrix inputs, Matrix targets, Loss loss) {
        this.architecture = start.architecture();
        this.loss = loss;
        this.targets = targets;
        this.wanted = targets.toArray();
        this.errorScale = loss instanceof Loss.MeanSquaredError ? 2.0 / wanted.length : 1;
        this.layers = new PlainDescentLayer[architecture.layers().size()];
        double[] entering = inputs.toArray();
        for (int index = 0; index < layers.length; index++) {
            PlainFunction function =
                    functionOf(architecture.layers().get(index)).orElseThrow();
            Matrix weights = start.layers().get(index).weights();
            layers[index] = new PlainDescentLayer(function, entering, inputs.rows(), weights);
            entering = layers[index].outputs();
        }
    }

    /// Whether this class can do what is asked for.
    static boolean isFor(Architecture architecture, Loss loss, Optimizer optimizer) {
        boolean squared = loss instanceof Loss.HalfSquaredError || loss instanceof Loss.MeanSquaredError;
        return squared
                && optimizer instanceof Optimizer.Sgd
                && architecture.layers().stream()
                        .allMatch(layer -> isPlain(layer) && functionOf(layer).isPresent());
    }

    private static boolean isPlain(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> dense.bias() == Layer.Bias.ABSENT;
            case Layer.Features _,
                    Layer.Scale _,
                    Layer.Blend _,
                    Layer.Dropout _,
                    Layer.MemberScale _,
                    Layer.MemberDense _ -> false;
        };
    }

    private static Optional<PlainFunction> functionOf(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> PlainFunction.of(dense.activation());
            case Layer.Features _,
                    Layer.Scale _,
                    Layer.Blend _,
                    Layer.Dropout _,
                    Layer.MemberScale _,
                    Layer.MemberDense _ -> Optional.empty();
        };
    }

    /// One iteration: forward, backward and the update of all weights, from those before it.
    ///
    /// @return what became of the weights
    Movement step(double rate) {
        for (PlainDescentLayer layer : layers) {
            layer.forward();
        }
        PlainDescentLayer last = layers[layers.length - 1];
        double[] outputs = last.outputs();
        double[] error = last.delta();
        for (int index = 0; index < outputs.length; index++) {
            double difference = outputs[index] - wanted[index];
            error[index] = errorScale == 1 ? difference : difference * errorScale;
        }
        for (int index = layers.length - 1; index >= 0; index--) {
            layers[index].applySlope();
            if (index > 0) {
                layers[index].backwardTo(layers[index - 1].delta());
            }
        }
        Movement movement = Movement.AT_REST;
        for (PlainDescentLayer layer : layers) {
            movement = movement.and(layer.descend(rate));
        }
        return movement;
    }

    /// How wrong the outputs of the last iteration were, before its update.
    double lossValue() {
        double[] outputs = layers[layers.length - 1].outputs();
        return LossFormulas.value(loss, Matrix.of(targets.rows(), targets.columns(), outputs), targets);
    }

    /// The network with the weights as they are now.
    ReferenceNetwork network() {
        double[] parameters = new double[architecture.parameterLayout().length()];
        int offset = 0;
        for (PlainDescentLayer layer : layers) {
            offset = layer.copyWeights(parameters, offset);
        }
        return ReferenceNetwork.of(architecture, parameters);
    }

    /// Takes up from the weights of another iteration's network.
    void goOnFrom(ReferenceNetwork network) {
        for (int index = 0; index < layers.length; index++) {
            layers[index].set(network.layers().get(index).weights());
        }
    }

    /// What an iteration did to the weights.
    enum Movement {
        /// None moved, so none ever will.
        AT_REST,
        MOVED,
        /// Some weight is no finite number any more.
        DIVERGED;

        /// What it did to these weights and others.
        Movement and(Movement others) {
            return compareTo(others) < 0 ? others : this;
        }
    }
}
