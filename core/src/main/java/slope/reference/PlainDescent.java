package slope.reference;

import java.util.Arrays;
import java.util.Optional;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.loss.HalfSquaredError;
import slope.loss.Loss;
import slope.loss.MeanSquaredError;
import slope.optimizer.Optimizer;
import slope.optimizer.Sgd;

/// Plain gradient descent on a small network, iteration after iteration, without a [Trace]: the same
/// bits, in arrays that are made once.
///
/// Only for what the notebook's experiments are made of: dense layers without biases whose
/// activation is a sigmoid, ReLU, tanh or none, and squared errors. Everything else trains trace by
/// trace.
///
/// With few rows and units most of the time goes into loops that hardly begin before they end. So
/// rows are taken in fours, the last one repeated until they are a multiple of four: what the copies
/// have as error is zero, so they change no sum. And activations have a loop of their own, over all
/// rows and units.
final class PlainDescent {
    private final Architecture architecture;
    private final PlainDescentLayer[] layers;
    private final Matrix targets; // rows × outputs
    private final double[] wanted; // outputs × stride: the same numbers
    private final int stride; // rows with their copies: a multiple of 4
    private final Loss loss;
    private final double errorScale; // dLoss/da is (a − y) times this; 1 where it is left out

    PlainDescent(ReferenceNetwork start, Matrix inputs, Matrix targets, Loss loss) {
        this.architecture = start.architecture();
        this.loss = loss;
        this.targets = targets;
        this.stride = (inputs.rows() + 3) / 4 * 4;
        this.wanted = columnsOf(targets);
        this.errorScale = loss instanceof MeanSquaredError ? 2.0 / (targets.rows() * targets.columns()) : 1;
        this.layers = new PlainDescentLayer[architecture.layers().size()];
        double[] entering = columnsOf(inputs);
        for (int index = 0; index < layers.length; index++) {
            PlainFunction function =
                    functionOf(architecture.layers().get(index)).orElseThrow();
            Matrix weights = start.layers().get(index).weights();
            layers[index] = new PlainDescentLayer(function, entering, stride, weights);
            entering = layers[index].outputs();
        }
    }

    /// Whether this class can do what is asked for.
    static boolean isFor(Architecture architecture, Loss loss, Optimizer optimizer) {
        boolean squared = loss instanceof HalfSquaredError || loss instanceof MeanSquaredError;
        return squared
                && optimizer instanceof Sgd
                && architecture.layers().stream()
                        .allMatch(layer -> functionOf(layer).isPresent());
    }

    private static Optional<PlainFunction> functionOf(Layer layer) {
        return layer instanceof Dense dense && dense.bias() == Dense.Bias.ABSENT
                ? PlainFunction.of(dense.activation())
                : Optional.empty();
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
        for (int column = 0; column < outputs.length; column += stride) {
            for (int at = column; at < column + targets.rows(); at++) {
                double difference = outputs[at] - wanted[at];
                error[at] = errorScale == 1 ? difference : difference * errorScale;
            }
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
        double[][] columns = new double[targets.columns()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOfRange(outputs, column * stride, column * stride + targets.rows());
        }
        return LossFormulas.value(loss, Matrix.of(columns).transposed(), targets);
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

    /// The numbers of all rows and their copies, column by column.
    private double[] columnsOf(Matrix matrix) {
        double[] columns = new double[matrix.columns() * stride];
        for (int column = 0, at = 0; column < matrix.columns(); column++) {
            for (int row = 0; row < stride; row++, at++) {
                columns[at] = matrix.at(Math.min(row, matrix.rows() - 1), column);
            }
        }
        return columns;
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
