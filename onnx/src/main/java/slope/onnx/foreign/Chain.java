package slope.onnx.foreign;

import java.util.ArrayList;
import java.util.List;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Layer;
import slope.network.Network;
import slope.network.Parameters;
import slope.onnx.format.OnnxException;

/// Gathers dense layers one behind the other. What is added to sums, or scales them, becomes part of the
/// layer before, as long as that has no activation yet.
final class Chain {
    /// A layer that only scales its inputs is written as a matrix; wider ones than this would be mostly zeros.
    private static final int WIDEST_DIAGONAL = 4096;

    /// A constant may be used by many nodes, so a small file could ask for much memory; and for much time, so
    /// weights count again whenever they are scaled, and so does what is added.
    private static final long MOST_WEIGHTS = 1 << 26;

    private final int inputs;
    private final List<float[]> weights = new ArrayList<>(); // of each layer: inputs × outputs
    private final List<float[]> bias = new ArrayList<>(); // of each layer: outputs
    private final List<Activation> activations = new ArrayList<>();
    private int width;
    private long count; // of numbers made, scaled or added

    Chain(int inputs) {
        this.inputs = inputs;
        this.width = inputs;
    }

    /// The numbers of a row that leave the last layer so far.
    int width() {
        return width;
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /// A product: rows × width times width × outputs.
    void multiply(float[] matrix, int outputs) {
        count(matrix);
        weights.add(matrix);
        bias.add(new float[outputs]);
        activations.add(Activation.IDENTITY);
        width = outputs;
    }

    /// Each number times a factor, plus a summand.
    void scaleAndAdd(float[] factors, float[] summands) {
        requireLinearEnd();
        float[] matrix = weights.getLast();
        count(matrix);
        float[] sums = bias.getLast();
        for (int index = 0; index < matrix.length; index++) {
            matrix[index] *= factors[index % width];
        }
        for (int output = 0; output < width; output++) {
            sums[output] = sums[output] * factors[output] + summands[output];
        }
    }

    /// Adds to each number; leaves the bits of the weights alone.
    void add(float[] summands) {
        requireLinearEnd();
        count(summands);
        float[] sums = bias.getLast();
        for (int output = 0; output < width; output++) {
            sums[output] += summands[output];
        }
    }

    void activate(Activation activation) {
        requireLinearEnd();
        activations.set(activations.size() - 1, activation);
    }

    /// Gives the last layer another activation in place of the one it has.
    void activateEnd(Activation activation) {
        activations.set(activations.size() - 1, activation);
    }

    /// The activation of the last layer.
    Activation lastActivation() {
        return activations.getLast();
    }

    Network network() {
        Architecture architecture = Architecture.inputs(inputs);
        int length = 0;
        for (int layer = 0; layer < weights.size(); layer++) {
            architecture = architecture.with(
                    new Layer.Dense(bias.get(layer).length, activations.get(layer), Layer.Bias.PRESENT));
            length += weights.get(layer).length + bias.get(layer).length;
        }
        float[] parameters = new float[length];
        int offset = 0;
        for (int layer = 0; layer < weights.size(); layer++) {
            for (float[] block : List.of(weights.get(layer), bias.get(layer))) {
                System.arraycopy(block, 0, parameters, offset, block.length);
                offset += block.length;
            }
        }
        return Network.of(architecture, Parameters.of(architecture.parameterLayout(), parameters));
    }

    private void count(float[] numbers) {
        count += numbers.length;
        if (count > MOST_WEIGHTS) {
            throw new OnnxException("has more than %,d weights to make or scale, the most that is read of such a file"
                    .formatted(MOST_WEIGHTS));
        }
    }

    /// Makes sure that the last layer still is a plain sum, by a layer that changes nothing if need be.
    private void requireLinearEnd() {
        if (!isEmpty() && activations.getLast() instanceof Activation.Identity) {
            return;
        }
        if (width > WIDEST_DIAGONAL) {
            throw new OnnxException("scales %,d numbers without a layer before; %,d are read at most"
                    .formatted(width, WIDEST_DIAGONAL));
        }
        float[] same = new float[width * width];
        for (int index = 0; index < width; index++) {
            same[index * width + index] = 1;
        }
        multiply(same, width);
    }
}
