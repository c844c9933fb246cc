package slope.onnx;

import java.util.Set;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// What training saw of a column, as JSON and back.
final class SeenText {
    private SeenText() {}

    static JsonObject of(Seen seen) {
        return switch (seen) {
            case Seen.Range(String column, double least, double most) ->
                kind("range", column).with("least", least).with("most", most);
            case Seen.Words(String column, Set<String> words) ->
                kind("words", column)
                        .with("words", Json.texts(words.stream().sorted().toList()));
        };
    }

    static Seen read(JsonObject seen) {
        String column = seen.text("column");
        return switch (seen.text("kind")) {
            // Without a single value the range has no bounds, for which JSON has null.
            case "range" ->
                new Seen.Range(
                        column,
                        seen.find("least").isPresent() ? seen.decimal("least") : Double.POSITIVE_INFINITY,
                        seen.find("most").isPresent() ? seen.decimal("most") : Double.NEGATIVE_INFINITY);
            case "words" -> new Seen.Words(column, Set.copyOf(seen.texts("words")));
            default ->
                throw new JsonException("has the unknown kind \"%s\" of what was seen".formatted(seen.text("kind")));
        };
    }

    private static JsonObject kind(String kind, String column) {
        return JsonObject.empty().with("kind", kind).with("column", column);
    }
}
