package slope.onnx.description;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import slope.onnx.format.ElementType;
import slope.onnx.format.Tensor;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// The initializers of a graph, for a description that names them. Each is taken once only: a small file could
/// otherwise ask for the memory of one thousands of times.
public final class StoredTensors {
    private final Map<String, Tensor> left = new HashMap<>();
    private final SortedMap<String, Tensor> taken = new TreeMap<>();

    public StoredTensors(List<Tensor> initializers) {
        initializers.forEach(tensor -> left.put(tensor.name(), tensor));
    }

    /// Those that were taken, in the order of their names.
    public List<Tensor> taken() {
        return List.copyOf(taken.values());
    }

    /// So many numbers of a name.
    Tensor.Floats take(String name, int count, String what) {
        Tensor.Floats floats = take(name, what);
        if (floats.size() != count) {
            throw new JsonException(String.format(
                    Locale.ROOT, "has %,d numbers under \"%s\" for its %s, not %,d", floats.size(), name, what, count));
        }
        return floats;
    }

    private Tensor.Floats take(String name, String what) {
        if (left.remove(name) instanceof Tensor.Floats floats) {
            taken.put(name, floats);
            return floats;
        }
        throw new JsonException("has no numbers under \"%s\" for its %s".formatted(name, what));
    }

    /// The finite numbers that a member names. In files of format 1 the member is the list of them, which were floats.
    Tensor.Floats numbers(JsonObject object, String member) {
        if (object.find(member).filter(Json.Text.class::isInstance).isEmpty()) {
            List<Double> listed = object.decimals(member);
            return new Tensor.Floats("", List.of(), ElementType.FLOAT, listed.size(), listed::get);
        }
        String name = object.text(member);
        Tensor.Floats named = take(name, member);
        if (!IntStream.range(0, named.size())
                .allMatch(index -> Double.isFinite(named.elements().applyAsDouble(index)))) {
            throw new JsonException("has a number under \"%s\" that is not finite".formatted(name));
        }
        return named;
    }
}
