package slope.cli.model;

import java.util.List;
import java.util.Map;

/// Parts of the JSON of a trace.
final class TracedJson {
    private TracedJson() {}

    static List<Map<?, ?>> networks(Map<String, Object> json) {
        return maps(json.get("networks"));
    }

    /// The predicted cell of a column.
    static Object predicted(Map<String, Object> json, String column) {
        return maps(json.get("prediction")).stream()
                .filter(each -> column.equals(each.get("column")))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    /// The outputs of the first ensemble member.
    static List<?> outputs(Map<?, ?> network) {
        return (List<?>) maps(((Map<?, ?>) network.get("outputs")).get("values"))
                .getFirst()
                .get("values");
    }

    /// The arrays of a kind of the last layer, one for each ensemble member, one after the other.
    static double[] ofLastLayer(Map<?, ?> network, String kind) {
        return maps(maps(network.get("layers")).getLast().get("numbers")).stream()
                .filter(array -> kind.equals(array.get("kind")))
                .flatMap(array -> ((List<?>) array.get("values")).stream())
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
}
