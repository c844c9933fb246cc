package slope.onnx.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One operation.
///
/// @param name for people; may be empty
/// @param operator such as `Gemm`
/// @param domain whose operator it is, empty for `ai.onnx`
/// @param inputs names of what it uses, an empty one where an optional input is left out
/// @param outputs names of what it makes
/// @param attributes its settings in the order of their names: `Map.of` has another order in each process, and the
///     same model is to be the same bytes
public record Node(
        String name,
        String operator,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes) {

    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /// The attribute of this name, if the node has it.
    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /// How people find it in a viewer: `Gemm node "dense_1"`, or by its first output where it has no name.
    public String title() {
        String shown = !name.isEmpty() ? name : outputs.isEmpty() ? "" : outputs.getFirst();
        return (domain.isEmpty() ? operator : domain + "." + operator) + " node \"" + shown + "\"";
    }
}
