package slope.onnx;

import java.util.Optional;
import java.util.Set;
import slope.model.TrainingRanges;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.DateOrder;

/// The training ranges of a column, as JSON and back.
final class TrainingRangesText {
    private TrainingRangesText() {}

    static JsonObject of(TrainingRanges seen) {
        return switch (seen) {
            case TrainingRanges.Range(String column, double least, double most, Optional<DateOrder> dateOrder) -> {
                JsonObject range = kind("range", column).with("least", least).with("most", most);
                yield dateOrder.map(order -> range.with("dates", order.words())).orElse(range);
            }
            case TrainingRanges.Words(String column, Set<String> words) ->
                kind("words", column)
                        .with("words", Json.texts(words.stream().sorted().toList()));
        };
    }

    static TrainingRanges read(JsonObject seen) {
        String column = seen.text("column");
        return switch (seen.text("kind")) {
            // Without a single value the range has no bounds, for which JSON has null.
            case "range" ->
                new TrainingRanges.Range(
                        column,
                        seen.find("least").isPresent() ? seen.decimal("least") : Double.POSITIVE_INFINITY,
                        seen.find("most").isPresent() ? seen.decimal("most") : Double.NEGATIVE_INFINITY,
                        dateOrder(seen));
            case "words" -> new TrainingRanges.Words(column, Set.copyOf(seen.texts("words")));
            default ->
                throw new JsonException("has the unknown kind \"%s\" of what was seen".formatted(seen.text("kind")));
        };
    }

    /// Nothing for numbers, and in files that were written before it was kept.
    private static Optional<DateOrder> dateOrder(JsonObject seen) {
        if (seen.find("dates").isEmpty()) {
            return Optional.empty();
        }
        String words = seen.text("dates");
        for (DateOrder order : DateOrder.values()) {
            if (order.words().equals(words)) {
                return Optional.of(order);
            }
        }
        throw new JsonException("has dates of the unknown order \"%s\"".formatted(words));
    }

    private static JsonObject kind(String kind, String column) {
        return JsonObject.empty().with("kind", kind).with("column", column);
    }
}
