package slope.onnx.imported;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import slope.layer.Activation;
import slope.onnx.format.ElementType;
import slope.onnx.format.Tensor;

/// What each operator does to the rows that come along the chain.
final class ChainNodes {
    /// Operators that may get the rows as their second input, behind a constant.
    private static final Set<String> EITHER_SIDE = Set.of("Add", "Sub", "Mul", "Div");

    private final Chain chain;
    private final RowShape shape;

    ChainNodes(Chain chain, RowShape shape) {
        this.chain = chain;
        this.shape = shape;
    }

    /// Whether a node goes on from a value.
    static boolean goesOn(ImportedNode node, String from) {
        return node.input(0).equals(from)
                || (EITHER_SIDE.contains(node.operator()) && node.input(1).equals(from));
    }

    /// Takes a node that goes on from the rows.
    void take(ImportedNode node) {
        int constant = node.constants().contains(node.input(0)) ? 0 : 1;
        switch (node.operator()) {
            case "Identity", "Dropout" -> {}
            case "Cast" -> cast(node);
            case "Flatten" -> shape.flatten(node);
            case "Reshape" -> shape.reshape(node);
            case "Squeeze", "Unsqueeze" -> shape.squeeze(node);
            case "MatMul" -> multiply(node, 1, false);
            case "Gemm" -> gemm(node);
            case "Add" -> chain.add(vector(node, constant));
            case "Sub" -> subtract(node, constant);
            case "Mul" -> chain.scaleAndAdd(vector(node, constant), all(0));
            case "Div" -> divide(node, constant);
            case "Neg" -> chain.scaleAndAdd(all(-1), all(0));
            case "BatchNormalization" -> normalize(node);
            case "Relu" -> chain.activate(Activation.RELU);
            case "Sigmoid" -> chain.activate(Activation.SIGMOID);
            case "Tanh" -> chain.activate(Activation.TANH);
            case "LeakyRelu" -> chain.activate(new Activation.LeakyRelu(node.decimal("alpha", 0.01f)));
            case "PRelu" -> leakyRelu(node);
            case "Elu" -> chain.activate(new Activation.Elu(node.decimal("alpha", 1)));
            case "Selu" -> selu(node);
            case "Gelu" -> gelu(node);
            case "Mish" -> chain.activate(Activation.MISH);
            // Its outputs are logarithms; the classes and how likely they are stay the same.
            case "Softmax", "LogSoftmax" -> softmax(node);
            default -> throw node.refuse("has an operator that is not supported");
        }
    }

    private static void cast(ImportedNode node) {
        if (!ElementType.isFloating(node.whole("to", 0))) {
            throw node.refuse("cuts digits off");
        }
    }

    private void multiply(ImportedNode node, float factor, boolean transposed) {
        shape.requireRows(node);
        Tensor.Floats matrix = node.floats(1);
        if (matrix.shape().size() != 2) {
            throw node.refuse("multiplies by something else than a matrix");
        }
        int rows = matrix.shape().get(transposed ? 1 : 0).intValue();
        int columns = matrix.shape().get(transposed ? 0 : 1).intValue();
        if (rows != chain.width() || columns < 1) {
            throw node.refuse(String.format(
                    Locale.ROOT,
                    "multiplies rows of %,d numbers by a matrix of %,d × %,d",
                    chain.width(),
                    rows,
                    columns));
        }
        float[] weights = new float[matrix.size()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                weights[row * columns + column] =
                        factor * matrix.at(transposed ? column * rows + row : row * columns + column);
            }
        }
        chain.multiply(weights, columns);
        shape.widen(columns);
    }

    private void gemm(ImportedNode node) {
        if (node.whole("transA", 0) != 0) {
            throw node.refuse("transposes its rows");
        }
        multiply(node, node.decimal("alpha", 1), node.whole("transB", 0) != 0);
        if (!node.input(2).isEmpty()) {
            float[] bias = vector(node, 2);
            float factor = node.decimal("beta", 1);
            for (int index = 0; index < bias.length; index++) {
                bias[index] *= factor;
            }
            chain.add(bias);
        }
    }

    private void subtract(ImportedNode node, int constant) {
        float[] numbers = vector(node, constant);
        if (constant == 0) {
            chain.scaleAndAdd(all(-1), numbers);
            return;
        }
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = -numbers[index];
        }
        chain.add(numbers);
    }

    private void divide(ImportedNode node, int constant) {
        if (constant == 0) {
            throw node.refuse("divides by what the network computes");
        }
        float[] numbers = vector(node, constant);
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = 1 / numbers[index];
        }
        chain.scaleAndAdd(numbers, all(0));
    }

    /// (x − mean) / √(variance + ε) · scale + shift, as trained: a factor and a summand.
    private void normalize(ImportedNode node) {
        float[] scale = vector(node, 1);
        float[] shift = vector(node, 2);
        float[] mean = vector(node, 3);
        float[] variance = vector(node, 4);
        float epsilon = node.decimal("epsilon", 1e-5f);
        float[] factors = new float[chain.width()];
        float[] summands = new float[chain.width()];
        for (int index = 0; index < factors.length; index++) {
            double factor = scale[index] / Math.sqrt((double) variance[index] + epsilon);
            factors[index] = (float) factor;
            summands[index] = (float) (shift[index] - mean[index] * factor);
        }
        chain.scaleAndAdd(factors, summands);
    }

    /// A learned slope; Slope's leaky ReLU has one for all numbers.
    private void leakyRelu(ImportedNode node) {
        float[] slopes = vector(node, 1);
        for (float slope : slopes) {
            if (slope != slopes[0]) {
                throw node.refuse("has several slopes; one for all numbers is read");
            }
        }
        chain.activate(new Activation.LeakyRelu(slopes[0]));
    }

    private void selu(ImportedNode node) {
        float alpha = node.decimal("alpha", (float) Activation.Selu.ALPHA);
        float gamma = node.decimal("gamma", (float) Activation.Selu.LAMBDA);
        if (Math.abs(alpha - Activation.Selu.ALPHA) > 1e-4 || Math.abs(gamma - Activation.Selu.LAMBDA) > 1e-4) {
            throw node.refuse("has other constants than SELU's");
        }
        chain.activate(Activation.SELU);
    }

    private void gelu(ImportedNode node) {
        String approximation = node.text("approximate", "none");
        chain.activate(
                switch (approximation) {
                    case "none" -> Activation.GELU;
                    case "tanh" -> Activation.GELU_TANH;
                    default -> throw node.refuse("approximates GELU by \"" + approximation + "\"; only tanh is known");
                });
    }

    /// Over the numbers of a row, the last dimension of two.
    private void softmax(ImportedNode node) {
        long axis = node.whole("axis", -1);
        if (axis != 1 && axis != -1) {
            throw node.refuse("goes over axis %s; axis 1, the numbers of a row, is read".formatted(axis));
        }
        shape.requireRows(node);
        chain.activate(Activation.SOFTMAX);
    }

    /// A constant for each number of a row.
    private float[] vector(ImportedNode node, int index) {
        if (node.floats(index).size() > 1) {
            shape.requireRows(node);
        }
        return node.vector(index, chain.width());
    }

    private float[] all(float value) {
        float[] all = new float[chain.width()];
        Arrays.fill(all, value);
        return all;
    }
}
