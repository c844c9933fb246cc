package slope.onnx.imported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Activation;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.format.Graph;
import slope.onnx.format.Node;
import slope.onnx.format.OnnxException;
import slope.onnx.format.Value;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetScale;

/// A plain network that another program wrote: one input of numbers, then one operation after another.
///
/// Its columns are called x1, x2 and so on, and are taken as they are. A softmax at the end makes classes
/// 0, 1, …, a sigmoid labels or two classes; everything else predicts numbers. An activation may be several nodes,
/// see [ComposedActivation].
public final class ImportedNetwork {
    private static final int MOST_INPUTS = 1 << 16;

    /// Each gets a name and a scale, which take a hundred times the memory of a weight.
    private static final int MOST_OUTPUTS = 1 << 16;

    private final Graph graph;
    private final Constants constants;
    private final Map<String, Integer> usesLeft = new HashMap<>(); // of each value, by the nodes to come
    private final RowShape shape;
    private final Chain chain;
    private final ChainNodes nodes;
    private String current; // the name of the value that the chain has come to
    private Optional<ComposedActivation> composed = Optional.empty(); // while the chain has parted

    private ImportedNetwork(Graph graph) {
        this.graph = graph;
        WeightBudget budget = new WeightBudget();
        this.constants = new Constants(graph.initializers(), budget);
        // Asking for a value's shape leaves the chain as it is.
        graph.nodes().stream()
                .filter(node -> !isShape(node))
                .forEach(node -> node.inputs().forEach(input -> usesLeft.merge(input, 1, Integer::sum)));
        List<Value> inputs = graph.inputs().stream()
                .filter(input -> !constants.contains(input.name())) // older files list initializers as inputs
                .toList();
        if (inputs.size() != 1) {
            throw new OnnxException("has %s inputs; a plain network has one".formatted(inputs.size()));
        }
        this.current = inputs.getFirst().name();
        int width = width(inputs.getFirst());
        this.shape = new RowShape(inputs.getFirst(), width);
        this.chain = new Chain(width, budget);
        this.nodes = new ChainNodes(chain, shape);
    }

    /// Reads a graph.
    ///
    /// @throws OnnxException if it is more than a plain network; it names the node
    public static Model read(Graph graph) {
        return new ImportedNetwork(graph).model();
    }

    private Model model() {
        for (Node node : graph.nodes()) {
            take(new ImportedNode(node, constants));
        }
        if (composed.isPresent()) {
            throw composed.get().unknown();
        }
        chain.close();
        if (graph.outputs().isEmpty() || !graph.outputs().getFirst().name().equals(current) || chain.isEmpty()) {
            throw new OnnxException("has an output that is not the end of one chain of layers");
        }
        Target target = target();
        Network network = chain.network();
        List<ColumnEncoder> columns = new ArrayList<>();
        for (int column = 1; column <= network.architecture().inputs(); column++) {
            columns.add(new NumberEncoder("x" + column, 0, new Scaler.Unchanged()));
        }
        return new Model(new TableEncoder(columns), target, network);
    }

    /// The numbers of a row: all dimensions but the first, which is that of rows.
    private static int width(Value input) {
        long width = 1;
        for (long size : input.shape()
                .subList(Math.min(1, input.shape().size()), input.shape().size())) {
            width = size < 1 || size > MOST_INPUTS ? MOST_INPUTS + 1L : Math.min(width * size, MOST_INPUTS + 1L);
        }
        if (input.shape().size() < 2 || width > MOST_INPUTS) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "has an input \"%s\" of the shape %s; rows × 1 to %,d numbers are read",
                    input.name(),
                    input.shape(),
                    MOST_INPUTS));
        }
        return (int) width;
    }

    private void take(ImportedNode node) {
        if (!node.node().domain().isEmpty()) {
            throw node.refuse("has an operator that is not supported");
        }
        if (constants.take(node)) {
            return;
        }
        if (isShape(node.node()) && node.input(0).equals(current)) {
            long end = node.whole("end", Long.MAX_VALUE);
            constants.putShape(node.output(), ShapeNodes.part(shape.all(), node.whole("start", 0), end));
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
        if (!ChainNodes.goesOn(node, current)) {
            throw node.refuse("does not go on from \"%s\", where the chain of layers has come to".formatted(current));
        }
        refuseBehindSoftmax(node);
        nodes.take(node);
        current = node.output();
    }

    private static boolean isShape(Node node) {
        return node.operator().equals("Shape");
    }

    private void compose(ComposedActivation activation, ImportedNode node) {
        refuseBehindSoftmax(node);
        activation.take(node, usesLeft);
        // What is nothing known yet may still become it: twice GELU, to be halved by the next node.
        if (activation.isWhole(usesLeft) && activation.activation().isPresent()) {
            chain.activate(activation.activation().get());
            current = activation.end();
            composed = Optional.empty();
        }
    }

    private void refuseBehindSoftmax(ImportedNode node) {
        if (!chain.isEmpty() && chain.lastActivation() instanceof Activation.Softmax) {
            throw node.refuse("comes behind a softmax, which only the end may have");
        }
    }

    /// What the last activation makes of the outputs. It is taken off again, because a model's network ends in
    /// logits or values.
    private Target target() {
        String name = graph.outputs().getFirst().name();
        int width = chain.width();
        if (width > MOST_OUTPUTS) {
            throw new OnnxException(
                    String.format(Locale.ROOT, "has %,d outputs; 1 to %,d are read", width, MOST_OUTPUTS));
        }
        if (chain.lastActivation() instanceof Activation.Softmax && width > 1) {
            chain.activateEnd(Activation.IDENTITY);
            return new Classes(
                    name, IntStream.range(0, width).mapToObj(Integer::toString).toList());
        }
        if (chain.lastActivation() instanceof Activation.Sigmoid) {
            chain.activateEnd(Activation.IDENTITY);
            List<String> words = List.of("0", "1");
            return width == 1
                    ? new Classes(name, words)
                    : new Labels(names(name, width).stream()
                            .map(label -> new Classes(label, words))
                            .toList());
        }
        return new Numbers(names(name, width).stream()
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
