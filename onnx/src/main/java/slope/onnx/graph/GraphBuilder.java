package slope.onnx.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final List<String> parameterNames = new ArrayList<>();
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();

    /// A column that callers give: rows × 1.
    String input(String column, ElementType type) {
        String name = unique(column);
        inputs.add(new Value(name, type, List.of(Value.ANY, 1L)));
        return name;
    }

    /// A constant, such as parameters.
    String floats(String name, List<Long> shape, float... values) {
        String unique = unique(name);
        initializers.add(Tensor.floats(unique, shape, values));
        return unique;
    }

    /// A constant that is a block of parameters, which a reader will look for.
    String parameters(String name, List<Long> shape, float... values) {
        String unique = floats(name, shape, values);
        parameterNames.add(unique);
        return unique;
    }

    /// The names of the blocks of parameters since this was last asked, in the order they came.
    List<String> takeParameterNames() {
        List<String> taken = List.copyOf(parameterNames);
        parameterNames.clear();
        return taken;
    }

    /// A constant without dimensions.
    String scalar(String name, float value) {
        return floats(name, List.of(), value);
    }

    /// A constant of one row: 1 × its length.
    String row(String name, float... values) {
        return floats(name, List.of(1L, (long) values.length), values);
    }

    /// A constant of one dimension.
    String wholes(String name, long... values) {
        String unique = unique(name);
        initializers.add(Tensor.longs(unique, List.of((long) values.length), values));
        return unique;
    }

    /// A whole number without dimensions.
    String whole(String name, long value) {
        String unique = unique(name);
        initializers.add(Tensor.longs(unique, List.of(), value));
        return unique;
    }

    /// An operation of `ai.onnx`, whose first output is named after the operator.
    String node(String operator, List<String> inputs, Map<String, Attribute> attributes) {
        return add(operator, "", inputs, unique(operator), attributes);
    }

    /// The `k` smallest of each row, ascending. `TopK` has a second output, where they came from.
    String smallest(String values, int k) {
        String smallest = unique("TopK");
        nodes.add(new Node(
                smallest,
                "TopK",
                "",
                List.of(values, wholes("k", k)),
                List.of(smallest, unique("TopK indices")),
                Map.of("axis", new Attribute.Whole(1), "largest", new Attribute.Whole(0))));
        return smallest;
    }

    String node(String operator, String... inputs) {
        return node(operator, List.of(inputs), Map.of());
    }

    /// Columns side by side; a single one is left as it is.
    String sideBySide(List<String> parts) {
        return parts.size() == 1 ? parts.getFirst() : node("Concat", parts, Map.of("axis", new Attribute.Whole(1)));
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
