package slope.internal.lesson;

import java.util.Optional;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.loss.HalfSquaredError;
import slope.loss.Loss;
import slope.optimizer.Optimizer;
import slope.optimizer.Sgd;

/// Plain gradient descent on a small network, iteration after iteration, without a trace: the same
/// bits, in arrays that are made once.
///
/// Only for what the notebook's experiments are made of: dense layers without biases whose
/// activation is a sigmoid or ReLU, and half the squared error. Everything else trains trace by
/// trace.
///
/// With few rows and units most of the time goes into loops that hardly begin before they end. So
/// rows are taken in fours, the last one repeated until they are a multiple of four: what the copies
/// have as error is zero, so they change no sum. And activations have a loop of their own, over all
/// rows and units.
public final class PlainDescent {
    private final PlainDescentLayer[] layers;
    private final double[] wanted; // outputs × stride: the targets
    private final int rows;
    private final int stride; // rows with their copies: a multiple of 4
    private final int parameters;

    /// A descent without weights: see [#goOnFrom].
    ///
    /// @param inputs of each row
    /// @param targets of each row
    public PlainDescent(Architecture architecture, double[][] inputs, double[][] targets) {
        this.rows = inputs.length;
        this.stride = (rows + 3) / 4 * 4;
        this.wanted = columnsOf(targets);
        this.parameters = architecture.parameterLayout().length();
        this.layers = new PlainDescentLayer[architecture.layers().size()];
        double[] entering = columnsOf(inputs);
        for (int index = 0; index < layers.length; index++) {
            PlainFunction function =
                    functionOf(architecture.layers().get(index)).orElseThrow();
            layers[index] = new PlainDescentLayer(function, entering, stride, architecture.inputsOf(index + 1));
            entering = layers[index].outputs();
        }
    }

    /// Whether this class can do what is asked for.
    public static boolean isFor(Architecture architecture, Loss loss, Optimizer optimizer) {
        return loss instanceof HalfSquaredError
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
    public Movement step(double rate) {
        for (PlainDescentLayer layer : layers) {
            layer.forward();
        }
        PlainDescentLayer last = layers[layers.length - 1];
        double[] outputs = last.outputs();
        double[] error = last.delta();
        for (int column = 0; column < outputs.length; column += stride) {
            for (int at = column; at < column + rows; at++) {
                error[at] = outputs[at] - wanted[at];
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

    /// The outputs of the last iteration, before its update, rows × outputs.
    public double[][] outputs() {
        double[] columns = layers[layers.length - 1].outputs();
        double[][] outputs = new double[rows][columns.length / stride];
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < outputs[row].length; output++) {
                outputs[row][output] = columns[output * stride + row];
            }
        }
        return outputs;
    }

    /// The weights as they are now, in the order of the architecture's layout.
    public double[] parameters() {
        double[] all = new double[parameters];
        int offset = 0;
        for (PlainDescentLayer layer : layers) {
            offset = layer.copyWeights(all, offset);
        }
        return all;
    }

    /// Takes up from the weights of another iteration.
    public void goOnFrom(double[] parameters) {
        int offset = 0;
        for (PlainDescentLayer layer : layers) {
            offset = layer.setWeights(parameters, offset);
        }
    }

    /// The numbers of all rows and their copies, column by column.
    private double[] columnsOf(double[][] values) {
        double[] columns = new double[values[0].length * stride];
        for (int column = 0, at = 0; column < values[0].length; column++) {
            for (int row = 0; row < stride; row++, at++) {
                columns[at] = values[Math.min(row, rows - 1)][column];
            }
        }
        return columns;
    }

    /// What an iteration did to the weights.
    public enum Movement {
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
