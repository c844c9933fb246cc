package slope.onnx.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.network.Network;
import slope.onnx.format.OnnxException;

/// Gathers dense layers one behind the other. What is added to sums, or scales them, becomes part of the layer before,
/// as long as that has no activation yet, and of the layer behind otherwise.
final class Chain {
    /// A layer that only scales its inputs is written as a matrix; wider ones than this would be mostly zeros.
    private static final int WIDEST_DIAGONAL = 4096;

    private final int inputs;
    private final WeightBudget budget;
    private final List<float[]> weights = new ArrayList<>(); // of each layer: inputs × outputs
    private final List<float[]> bias = new ArrayList<>(); // of each layer: outputs
    private final List<Activation> activations = new ArrayList<>();
    private int width;
    private Optional<Scale> scale = Optional.empty(); // of what the next layer will get

    Chain(int inputs, WeightBudget budget) {
        this.inputs = inputs;
        this.width = inputs;
        this.budget = budget;
    }

    /// The numbers of a row that leave the last layer so far.
    int width() {
        return width;
    }

    boolean isEmpty() {
        return weights.isEmpty() && scale.isEmpty();
    }

    /// A product: rows × width times width × outputs.
    void multiply(float[] matrix, int outputs) {
        budget.count(scale.isPresent() ? 2L * matrix.length : matrix.length);
        weights.add(scale.map(before -> before.factorsInto(matrix)).orElse(matrix));
        bias.add(scale.map(before -> before.summandsBehind(matrix)).orElseGet(() -> new float[outputs]));
        activations.add(Activation.IDENTITY);
        scale = Optional.empty();
        width = outputs;
    }

    /// Each number times a factor, plus a summand.
    void scaleAndAdd(float[] factors, float[] summands) {
        Scale next = new Scale(factors, summands);
        if (!endsLinear()) {
            budget.count(width);
            scale = Optional.of(scale.map(before -> before.then(next)).orElse(next));
            return;
        }
        float[] matrix = weights.getLast();
        budget.count(matrix.length);
        for (int index = 0; index < matrix.length; index++) {
            matrix[index] *= factors[index % width];
        }
        float[] sums = bias.getLast();
        for (int output = 0; output < width; output++) {
            sums[output] = sums[output] * factors[output] + summands[output];
        }
    }

    /// Adds to each number; leaves the bits of the weights alone.
    void add(float[] summands) {
        if (!endsLinear()) {
            float[] ones = new float[width];
            Arrays.fill(ones, 1);
            scaleAndAdd(ones, summands);
            return;
        }
        budget.count(width);
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
        return scale.isPresent() ? Activation.IDENTITY : activations.getLast();
    }

    /// Ends the chain: what is still to be scaled becomes a layer.
    void close() {
        if (scale.isPresent()) {
            requireLinearEnd();
        }
    }

    Network network() {
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < weights.size(); layer++) {
            layers.add(new Dense(bias.get(layer).length, activations.get(layer), Dense.Bias.PRESENT));
        }
        Architecture architecture = new Architecture(inputs, layers);
        ParameterLayout layout = architecture.parameterLayout();
        float[] parameters = new float[layout.length()];
        int offset = 0;
        for (int layer = 0; layer < weights.size(); layer++) {
            for (float[] block : List.of(weights.get(layer), bias.get(layer))) {
                System.arraycopy(block, 0, parameters, offset, block.length);
                offset += block.length;
            }
        }
        return Network.of(architecture, Parameters.of(layout, parameters));
    }

    /// Whether the last layer still is a plain sum.
    private boolean endsLinear() {
        return !activations.isEmpty() && lastActivation() instanceof Activation.Identity && scale.isEmpty();
    }

    /// Makes sure of that, by a layer that changes nothing, or only scales, if need be.
    private void requireLinearEnd() {
        if (endsLinear()) {
            return;
        }
        if (width > WIDEST_DIAGONAL) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "scales %,d numbers without a layer before; %,d are read at most",
                    width,
                    WIDEST_DIAGONAL));
        }
        float[] same = new float[width * width];
        for (int index = 0; index < width; index++) {
            same[index * width + index] = 1;
        }
        multiply(same, width);
    }
}
