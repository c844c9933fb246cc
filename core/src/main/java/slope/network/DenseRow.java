package slope.network;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.layer.ActivationPass;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.ParameterLayout;

/// A chain of dense layers at work on a single row, for plain Java: the pass of [Dense] hands products to
/// the kernels, which copy weights so that the just-in-time compiler can make vectors of their
/// loops. For one row the copies cost more than the product, so here they are made once.
///
/// Each output is the same chain of fused multiply-adds as elsewhere, bias first, and so has the same bits.
/// Measured: a network of three layers of 64 on ten columns takes a third of the time.
final class DenseRow {
    private final Dense[] layers;
    private final float[][][] weights; // of each layer: inputs × outputs
    private final float[][] bias; // of each layer: outputs; zeros where it has none
    private final float[][] outputs; // of each layer
    private final ActivationPass[] activations;
    private final Kernels kernels = Kernels.scalar();

    private DenseRow(Network network) {
        ParameterLayout layout = network.parameters().layout();
        layers = network.architecture().layers().toArray(Dense[]::new);
        weights = new float[layers.length][][];
        bias = new float[layers.length][];
        outputs = new float[layers.length][];
        activations = new ActivationPass[layers.length];
        for (int layer = 0; layer < layers.length; layer++) {
            ParameterLayout.Block block = layout.weights(layer);
            weights[layer] = new float[block.rows()][];
            for (int row = 0; row < block.rows(); row++) {
                int start = block.offset() + row * block.columns();
                weights[layer][row] = Arrays.copyOfRange(network.parameters().values(), start, start + block.columns());
            }
            bias[layer] =
                    layout.bias(layer).map(network.parameters()::toArray).orElseGet(() -> new float[block.columns()]);
            outputs[layer] = new float[block.columns()];
            activations[layer] = ActivationPass.of(layers[layer].activation(), block.columns());
        }
    }

    /// Whether the network is such a chain.
    static boolean suits(Architecture architecture) {
        return architecture.layers().stream().allMatch(Dense.class::isInstance);
    }

    /// Memory for one caller at a time; the network's parameters are copied.
    static DenseRow of(Network network) {
        return new DenseRow(network);
    }

    /// Computes a row's outputs.
    ///
    /// @return this object's own memory, which the next row overwrites
    float[] predict(float[] inputs) {
        float[] entering = inputs;
        for (int layer = 0; layer < layers.length; layer++) {
            float[] sums = outputs[layer];
            System.arraycopy(bias[layer], 0, sums, 0, sums.length);
            addProducts(entering, weights[layer], sums);
            activations[layer].forward(kernels, sums, sums, 0, 1, sums.length);
            entering = sums;
        }
        return entering;
    }

    /// Four steps of every chain at a time, so that a sum is loaded and stored once for them.
    private static void addProducts(float[] inputs, float[][] weights, float[] sums) {
        int input = 0;
        for (; input + 4 <= weights.length; input += 4) {
            addFour(inputs, weights, input, sums);
        }
        for (; input < weights.length; input++) {
            addOne(inputs[input], weights[input], sums);
        }
    }

    private static void addFour(float[] inputs, float[][] weights, int first, float[] sums) {
        float input0 = inputs[first];
        float input1 = inputs[first + 1];
        float input2 = inputs[first + 2];
        float input3 = inputs[first + 3];
        float[] weights0 = weights[first];
        float[] weights1 = weights[first + 1];
        float[] weights2 = weights[first + 2];
        float[] weights3 = weights[first + 3];
        for (int unit = 0; unit < sums.length; unit++) {
            float sum = Math.fma(input0, weights0[unit], sums[unit]);
            sum = Math.fma(input1, weights1[unit], sum);
            sum = Math.fma(input2, weights2[unit], sum);
            sums[unit] = Math.fma(input3, weights3[unit], sum);
        }
    }

    private static void addOne(float input, float[] weights, float[] sums) {
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = Math.fma(input, weights[unit], sums[unit]);
        }
    }
}
