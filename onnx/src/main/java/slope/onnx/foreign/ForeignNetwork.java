package slope.onnx.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.data.ColumnEncoding;
import slope.data.Encoding;
import slope.data.NumberEncoding;
import slope.data.Scaling;
import slope.data.TargetEncoding;
import slope.data.TargetScale;
import slope.model.Model;
import slope.network.Activation;
import slope.onnx.format.Attribute;
import slope.onnx.format.Graph;
import slope.onnx.format.Node;
import slope.onnx.format.OnnxException;
import slope.onnx.format.Tensor;
import slope.onnx.format.Value;

/// A plain network that another program wrote: one input of numbers, then one operation after another.
///
/// Its columns are called x1, x2 and so on, and are taken as they are. A softmax at the end makes classes
/// 0, 1, …, a sigmoid labels or two classes; everything else predicts numbers. An activation may be several nodes,
/// see [ComposedActivation].
public final class ForeignNetwork {
    private static final int MOST_INPUTS = 1 << 16;

    private final Graph graph;
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, Integer> usesLeft = new HashMap<>(); // of each value, by the nodes to come
    private final Chain chain;
    private String current; // the name of the value that the chain has come to
    private Optional<ComposedActivation> composed = Optional.empty(); // while the chain has parted

    private ForeignNetwork(Graph graph) {
        this.graph = graph;
        graph.initializers().forEach(tensor -> constants.put(tensor.name(), tensor));
        graph.nodes().forEach(node -> node.inputs().forEach(input -> usesLeft.merge(input, 1, Integer::sum)));
        List<Value> inputs = graph.inputs().stream()
                .filter(input -> !constants.containsKey(input.name()))
                .toList();
        if (inputs.size() != 1) {
            throw new OnnxException("has %d inputs; a plain network has one".formatted(inputs.size()));
        }
        this.current = inputs.getFirst().name();
        this.chain = new Chain(width(inputs.getFirst()));
    }

    /// Reads a graph.
    ///
    /// @throws OnnxException if it is more than a plain network; it names the node
    public static Model read(Graph graph) {
        return new ForeignNetwork(graph).model();
    }

    private Model model() {
        for (Node node : graph.nodes()) {
            take(new ForeignNode(node, constants));
        }
        if (composed.isPresent()) {
            throw composed.get().unknown();
        }
        if (graph.outputs().isEmpty() || !graph.outputs().getFirst().name().equals(current) || chain.isEmpty()) {
            throw new OnnxException("has an output that is not the end of one chain of layers");
        }
        List<ColumnEncoding> columns = new ArrayList<>();
        int inputs = chain.network().architecture().inputs();
        for (int column = 1; column <= inputs; column++) {
            columns.add(new NumberEncoding("x" + column, 0, new Scaling.Unchanged()));
        }
        TargetEncoding target = target();
        return new Model(new Encoding(columns), target, chain.network());
    }

    /// The numbers of a row: all dimensions but the first, which is that of rows.
    private static int width(Value input) {
        long width = 1;
        for (long size : input.shape()
                .subList(Math.min(1, input.shape().size()), input.shape().size())) {
            width = size < 1 || size > MOST_INPUTS ? MOST_INPUTS + 1L : Math.min(width * size, MOST_INPUTS + 1L);
        }
        if (input.shape().size() < 2 || width > MOST_INPUTS) {
            throw new OnnxException("has an input \"%s\" of the shape %s; rows × 1 to %,d numbers are read"
                    .formatted(input.name(), input.shape(), MOST_INPUTS));
        }
        return (int) width;
    }

    private void take(ForeignNode node) {
        if (!node.node().domain().isEmpty()) {
            throw node.refuse("has an operator that is not supported");
        }
        if (node.node().operator().equals("Constant")) {
            takeConstant(node);
            return;
        }
        if (composed.isEmpty() && usesLeft.getOrDefault(current, 0) > 1) {
            composed = Optional.of(new ComposedActivation(current));
        }
        node.node().inputs().forEach(input -> usesLeft.merge(input, -1, Integer::sum));
        if (composed.isPresent()) {
            compose(composed.get(), node);
            return;
        }
        if (!node.input(0).equals(current)
                && !(node.node().operator().equals("Add") && node.input(1).equals(current))) {
            throw node.refuse("does not go on from \"%s\", where the chain of layers has come to".formatted(current));
        }
        refuseBehindSoftmax(node);
        operate(node);
        current = node.node().outputs().isEmpty() ? "" : node.node().outputs().getFirst();
    }

    private void compose(ComposedActivation activation, ForeignNode node) {
        refuseBehindSoftmax(node);
        activation.take(node);
        // What is nothing known yet may still become it: twice GELU, to be halved by the next node.
        if (activation.isWhole(usesLeft) && activation.activation().isPresent()) {
            chain.activate(activation.activation().get());
            current = activation.end();
            composed = Optional.empty();
        }
    }

    private void refuseBehindSoftmax(ForeignNode node) {
        if (!chain.isEmpty() && chain.lastActivation() instanceof Activation.Softmax) {
            throw node.refuse("comes behind a softmax, which only the end may have");
        }
    }

    private void takeConstant(ForeignNode node) {
        if (node.node().outputs().isEmpty()
                || !(node.node().attribute("value").orElse(new Attribute.Other())
                        instanceof Attribute.Constant(Tensor value))) {
            throw node.refuse("holds something else than a tensor");
        }
        constants.put(node.node().outputs().getFirst(), value);
    }

    private void operate(ForeignNode node) {
        switch (node.node().operator()) {
            case "Identity", "Dropout", "Cast", "Flatten" -> {}
            case "MatMul" -> multiply(node, 1, false);
            case "Gemm" -> gemm(node);
            case "Add" -> chain.add(node.vector(node.input(0).equals(current) ? 1 : 0, chain.width()));
            case "BatchNormalization" -> normalize(node);
            case "Relu" -> chain.activate(Activation.RELU);
            case "Sigmoid" -> chain.activate(Activation.SIGMOID);
            case "Tanh" -> chain.activate(Activation.TANH);
            case "LeakyRelu" -> chain.activate(new Activation.LeakyRelu(node.decimal("alpha", 0.01f)));
            case "Elu" -> chain.activate(new Activation.Elu(node.decimal("alpha", 1)));
            case "Selu" -> selu(node);
            case "Gelu" -> gelu(node);
            case "Mish" -> chain.activate(Activation.MISH);
            // Its outputs are logarithms; the classes and how likely they are stay the same.
            case "Softmax", "LogSoftmax" -> softmax(node);
            default -> throw node.refuse("has an operator that is not supported");
        }
    }

    private void multiply(ForeignNode node, float factor, boolean transposed) {
        Tensor.Floats matrix = node.floats(1);
        if (matrix.shape().size() != 2) {
            throw node.refuse("multiplies by something else than a matrix");
        }
        int rows = matrix.shape().get(transposed ? 1 : 0).intValue();
        int columns = matrix.shape().get(transposed ? 0 : 1).intValue();
        if (rows != chain.width() || columns < 1) {
            throw node.refuse(
                    "multiplies rows of %,d numbers by a matrix of %,d × %,d".formatted(chain.width(), rows, columns));
        }
        float[] weights = new float[matrix.size()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                weights[row * columns + column] =
                        factor * matrix.at(transposed ? column * rows + row : row * columns + column);
            }
        }
        chain.multiply(weights, columns);
    }

    private void gemm(ForeignNode node) {
        if (node.whole("transA", 0) != 0) {
            throw node.refuse("transposes its rows");
        }
        multiply(node, node.decimal("alpha", 1), node.whole("transB", 0) != 0);
        if (!node.input(2).isEmpty()) {
            float[] bias = node.vector(2, chain.width());
            float factor = node.decimal("beta", 1);
            for (int index = 0; index < bias.length; index++) {
                bias[index] *= factor;
            }
            chain.add(bias);
        }
    }

    /// (x − mean) / √(variance + ε) · scale + shift, as trained: a factor and a summand.
    private void normalize(ForeignNode node) {
        int width = chain.width();
        float[] scale = node.vector(1, width);
        float[] shift = node.vector(2, width);
        float[] mean = node.vector(3, width);
        float[] variance = node.vector(4, width);
        float epsilon = node.decimal("epsilon", 1e-5f);
        float[] factors = new float[width];
        float[] summands = new float[width];
        for (int index = 0; index < width; index++) {
            double factor = scale[index] / Math.sqrt((double) variance[index] + epsilon);
            factors[index] = (float) factor;
            summands[index] = (float) (shift[index] - mean[index] * factor);
        }
        chain.scaleAndAdd(factors, summands);
    }

    private void selu(ForeignNode node) {
        float alpha = node.decimal("alpha", (float) Activation.Selu.ALPHA);
        float gamma = node.decimal("gamma", (float) Activation.Selu.LAMBDA);
        if (Math.abs(alpha - Activation.Selu.ALPHA) > 1e-4 || Math.abs(gamma - Activation.Selu.LAMBDA) > 1e-4) {
            throw node.refuse("has other constants than SELU's");
        }
        chain.activate(Activation.SELU);
    }

    /// Over the numbers of a row, the last dimension of two.
    private void softmax(ForeignNode node) {
        long axis = node.whole("axis", -1);
        if (axis != 1 && axis != -1) {
            throw node.refuse("goes over axis %d; axis 1, the numbers of a row, is read".formatted(axis));
        }
        chain.activate(Activation.SOFTMAX);
    }

    private void gelu(ForeignNode node) {
        String approximation = node.text("approximate", "none");
        chain.activate(
                switch (approximation) {
                    case "none" -> Activation.GELU;
                    case "tanh" -> Activation.GELU_TANH;
                    default -> throw node.refuse("approximates GELU by \"" + approximation + "\"; only tanh is known");
                });
    }

    /// What the last activation makes of the outputs. It is taken off again, because a model's network ends in
    /// logits or values.
    private TargetEncoding target() {
        String name = graph.outputs().getFirst().name();
        int width = chain.width();
        if (chain.lastActivation() instanceof Activation.Softmax && width > 1) {
            chain.activateEnd(Activation.IDENTITY);
            return new TargetEncoding.Classes(
                    name, IntStream.range(0, width).mapToObj(Integer::toString).toList());
        }
        if (chain.lastActivation() instanceof Activation.Sigmoid) {
            chain.activateEnd(Activation.IDENTITY);
            List<String> words = List.of("0", "1");
            return width == 1
                    ? new TargetEncoding.Classes(name, words)
                    : new TargetEncoding.Labels(names(name, width).stream()
                            .map(label -> new TargetEncoding.Classes(label, words))
                            .toList());
        }
        return new TargetEncoding.Numbers(names(name, width).stream()
                .map(column -> new TargetScale(column, 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .toList());
    }

    private static List<String> names(String name, int width) {
        return width == 1
                ? List.of(name)
                : IntStream.rangeClosed(1, width)
                        .mapToObj(index -> name + index)
                        .toList();
    }
}
