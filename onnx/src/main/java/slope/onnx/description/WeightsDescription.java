package slope.onnx.description;

import java.util.Collections;
import java.util.List;
import slope.model.Model;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// How often each network of a model counts in the mean.
final class WeightsDescription {
    private static final String MEMBER = "weights";

    /// Of one network, far above what a selection counts to.
    private static final int MOST = 1 << 20;

    private WeightsDescription() {}

    /// Whether there is nothing to describe: each network counts once.
    static boolean isPlain(Model model) {
        return model.weights().stream().allMatch(weight -> weight == 1);
    }

    /// A description with the weights of its networks.
    static JsonObject add(Model model, JsonObject description) {
        return description.with(
                MEMBER,
                new Json.Items(model.weights().stream()
                        .map(weight -> Json.of((long) weight))
                        .toList()));
    }

    /// The weights of a description; where it has none, each network counts once.
    static List<Integer> read(JsonObject description, int networks) {
        return description.find(MEMBER).isEmpty()
                ? Collections.nCopies(networks, 1)
                : description.decimals(MEMBER).stream()
                        .map(WeightsDescription::weight)
                        .toList();
    }

    private static int weight(double weight) {
        if (!(weight >= 1 && weight <= MOST && weight == Math.rint(weight))) {
            throw new JsonException(
                    "has a network that counts %s times; from 1 to %s are possible".formatted(weight, MOST));
        }
        return (int) weight;
    }
}
