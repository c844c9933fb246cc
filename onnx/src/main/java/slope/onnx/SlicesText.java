package slope.onnx;

import java.util.List;
import slope.model.Condition;
import slope.model.Slice;
import slope.model.Slices;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.ColumnKind;

/// The slices with the largest losses, as JSON and back.
final class SlicesText {
    private SlicesText() {}

    static JsonObject of(Slices slices) {
        return JsonObject.empty()
                .with("metric", slices.metric())
                .with("loss", slices.loss())
                .with("rows", slices.rows())
                .with("searched rows", slices.searchedRows())
                .with(
                        "worst",
                        new Json.Items(
                                slices.worst().stream().map(SlicesText::of).toList()));
    }

    static Slices read(JsonObject slices) {
        return new Slices(
                slices.text("metric"),
                slices.decimal("loss"),
                slices.count("rows"),
                slices.count("searched rows"),
                slices.objects("worst").stream().map(SlicesText::slice).toList());
    }

    private static Json of(Slice slice) {
        List<Json> conditions = slice.conditions().stream().map(SlicesText::of).toList();
        return JsonObject.empty()
                .with("conditions", new Json.Items(conditions))
                .with("rows", slice.rows())
                .with("loss", slice.loss())
                .with("margin", slice.margin());
    }

    private static Slice slice(JsonObject slice) {
        return new Slice(
                slice.objects("conditions").stream().map(SlicesText::condition).toList(),
                slice.count("rows"),
                slice.decimal("loss"),
                slice.decimal("margin"));
    }

    private static Json of(Condition condition) {
        return switch (condition) {
            case Condition.Range range ->
                kind(range.kind() == ColumnKind.DATE ? "dates" : "numbers", condition)
                        .with("from", range.from())
                        .with("below", range.below())
                        .with("missing", Json.of(range.orMissing()));
            case Condition.Is is -> kind("is", condition).with("value", is.value());
            case Condition.IsNot not -> kind("is not", condition).with("values", Json.texts(not.values()));
            case Condition.Missing ignored -> kind("missing", condition);
            case Condition.Present ignored -> kind("present", condition);
        };
    }

    private static JsonObject kind(String kind, Condition condition) {
        return JsonObject.empty().with("kind", kind).with("column", condition.column());
    }

    private static Condition condition(JsonObject condition) {
        String column = condition.text("column");
        return switch (condition.text("kind")) {
            case "dates" -> range(column, ColumnKind.DATE, condition);
            case "numbers" -> range(column, ColumnKind.NUMBER, condition);
            case "is" -> new Condition.Is(column, condition.text("value"));
            case "is not" -> new Condition.IsNot(column, condition.texts("values"));
            case "missing" -> new Condition.Missing(column);
            case "present" -> new Condition.Present(column);
            default ->
                throw new JsonException("has the unknown kind \"%s\" of a condition".formatted(condition.text("kind")));
        };
    }

    /// A side without a bound is null, because JSON has no infinity.
    private static Condition range(String column, ColumnKind kind, JsonObject range) {
        return new Condition.Range(
                column,
                kind,
                range.find("from").isPresent() ? range.decimal("from") : Double.NEGATIVE_INFINITY,
                range.find("below").isPresent() ? range.decimal("below") : Double.POSITIVE_INFINITY,
                range.truth("missing"));
    }
}
