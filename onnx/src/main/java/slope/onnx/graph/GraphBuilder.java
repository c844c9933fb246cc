package slope.onnx.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;
import slope.onnx.format.Graph;
import slope.onnx.format.Node;
import slope.onnx.format.Tensor;
import slope.onnx.format.Value;

/// Gathers a graph node by node. Each method returns the name of what it added, for the next one to use.
///
/// In ONNX all values of a graph share one set of names. The columns come first and keep theirs; whatever
/// comes later and wants a name that is taken gets a number behind it.
final class GraphBuilder {
    private final Set<String> taken = new HashSet<>();

    /// From a wanted name to the last number that was put behind it: hundreds of columns want the same ones.
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    private final List<Node> nodes = new ArrayList<>();
    private final List<Tensor> initializers = new ArrayList<>();
    private final Map<Constant, String> constants = new HashMap<>();
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();

    /// A column that callers give: rows × 1.
    String input(String column, ElementType type) {
        String name = unique(column);
        inputs.add(new Value(name, type, List.of(Value.ANY, 1L)));
        return name;
    }

    /// A constant whose numbers stand elsewhere, such as parameters; they are not copied.
    String constant(String name, ElementType type, List<Long> shape, IntToDoubleFunction elements) {
        long size = shape.stream().reduce(1L, Math::multiplyExact);
        return added(new Tensor.Floats(unique(name), shape, type, Math.toIntExact(size), elements));
    }

    /// Floats of any shape.
    String floats(String name, List<Long> shape, float... values) {
        return added(Tensor.floats(unique(name), shape, values));
    }

    /// Floats in one row: 1 × their number.
    String row(String name, float... values) {
        return floats(name, List.of(1L, (long) values.length), values);
    }

    /// Doubles of one dimension.
    String doubles(String name, double... values) {
        List<Long> shape = List.of((long) values.length);
        List<Double> boxed = Arrays.stream(values).boxed().toList();
        return shared(name, shape, boxed, unique -> Tensor.doubles(unique, shape, values));
    }

    /// A float without dimensions.
    String scalar(String name, float value) {
        return shared(name, List.of(), List.of(value), unique -> Tensor.floats(unique, List.of(), value));
    }

    /// A double without dimensions.
    String scalar(String name, double value) {
        return shared(name, List.of(), List.of(value), unique -> Tensor.doubles(unique, List.of(), value));
    }

    /// Whole numbers of one dimension.
    String wholes(String name, long... values) {
        return wholes(name, List.of((long) values.length), values);
    }

    /// A whole number without dimensions.
    String whole(String name, long value) {
        return wholes(name, List.of(), value);
    }

    private String wholes(String name, List<Long> shape, long... values) {
        List<Long> boxed = Arrays.stream(values).boxed().toList();
        return shared(name, shape, boxed, unique -> Tensor.longs(unique, shape, values));
    }

    private record Constant(String name, List<Long> shape, List<? extends Number> values) {}

    /// The same constant under the same name stands in the graph once.
    private String shared(
            String name, List<Long> shape, List<? extends Number> values, Function<String, Tensor> tensor) {
        return constants.computeIfAbsent(
                new Constant(name, shape, values), absent -> added(tensor.apply(unique(name))));
    }

    private String added(Tensor tensor) {
        initializers.add(tensor);
        return tensor.name();
    }

    /// An operation of `ai.onnx`, whose first output is named after the operator.
    String node(String operator, List<String> inputs, Map<String, Attribute> attributes) {
        return add(operator, "", inputs, unique(operator), attributes);
    }

    /// The `k` smallest of each row, ascending.
    String smallest(String values, int k) {
        return sorted(values, k, 0).values();
    }

    /// The `k` largest of each row, descending; of equal ones the first comes first.
    Sorted largest(String values, int k) {
        return sorted(values, k, 1);
    }

    /// The names of sorted values and of the columns where they came from.
    record Sorted(String values, String indices) {}

    private Sorted sorted(String values, int k, long isLargest) {
        Sorted sorted = new Sorted(unique("TopK"), unique("TopK indices"));
        nodes.add(new Node(
                sorted.values,
                "TopK",
                "",
                List.of(values, wholes("k", k)),
                List.of(sorted.values, sorted.indices),
                Map.of("axis", new Attribute.Whole(1), "largest", new Attribute.Whole(isLargest))));
        return sorted;
    }

    String node(String operator, String... inputs) {
        return node(operator, List.of(inputs), Map.of());
    }

    /// Columns side by side; a single one is left as it is.
    String sideBySide(List<String> parts) {
        return parts.size() == 1 ? parts.getFirst() : node("Concat", parts, Map.of("axis", new Attribute.Whole(1)));
    }

    /// A column of a matrix: rows × 1.
    String column(String values, int index) {
        return node("Gather", List.of(values, wholes("column", index)), Map.of("axis", new Attribute.Whole(1)));
    }

    /// The same elements as another type.
    String cast(String value, ElementType type) {
        return node("Cast", List.of(value), Map.of("to", new Attribute.Whole(type.code())));
    }

    /// An operation of `ai.onnx.ml` with one output.
    String machineLearningNode(String operator, String input, Map<String, Attribute> attributes) {
        return add(operator, "ai.onnx.ml", List.of(input), unique(operator), attributes);
    }

    /// Declares what callers get, under the wanted name if no column has it.
    ///
    /// @param columns of each row; 0 for a value that has no second dimension
    String output(String wanted, String value, ElementType type, long columns) {
        String name = unique(wanted);
        add("Identity", "", List.of(value), name, Map.of());
        outputs.add(new Value(name, type, columns == 0 ? List.of(Value.ANY) : List.of(Value.ANY, columns)));
        return name;
    }

    Graph build(String name) {
        return new Graph(name, nodes, initializers, inputs, outputs);
    }

    private String add(
            String operator, String domain, List<String> inputs, String output, Map<String, Attribute> attributes) {
        nodes.add(new Node(output, operator, domain, inputs, List.of(output), attributes));
        return output;
    }

    /// An empty name means "left out" in ONNX, so a column without a name gets one as well.
    private String unique(String wanted) {
        String base = wanted.isEmpty() ? "unnamed" : wanted;
        String name = base;
        while (!taken.add(name)) {
            name = base + "_" + lastNumbers.merge(base, 2, (last, first) -> last + 1);
        }
        return name;
    }
}
