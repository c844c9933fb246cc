package slope.onnx;

import java.util.List;
import java.util.Optional;
import slope.model.ScoreBounds;
import slope.model.ScoreBounds.Bounds;
import slope.onnx.json.Json;
import slope.onnx.json.JsonObject;

/// The bounds of scores, as JSON and back.
final class ScoreBoundsText {
    private ScoreBoundsText() {}

    static JsonObject of(ScoreBounds bounds) {
        JsonObject drawn = JsonObject.empty()
                .with("validation", of(bounds.validation()))
                .with("test", of(bounds.test()))
                .with("resamples", bounds.resamples())
                .with("units", bounds.units());
        return bounds.group().map(column -> drawn.with("group", column)).orElse(drawn);
    }

    static ScoreBounds read(JsonObject bounds) {
        return new ScoreBounds(
                read(bounds, "validation"),
                read(bounds, "test"),
                bounds.count("resamples"),
                bounds.count("units"),
                bounds.find("group").isPresent() ? Optional.of(bounds.text("group")) : Optional.empty());
    }

    private static Json of(List<Bounds> bounds) {
        return new Json.Items(bounds.stream().map(ScoreBoundsText::of).toList());
    }

    private static Json of(Bounds bounds) {
        JsonObject both = JsonObject.empty()
                .with("metric", bounds.metric())
                .with("low", bounds.low())
                .with("high", bounds.high());
        return bounds.isWilson() ? both.with("wilson", Json.of(true)) : both;
    }

    private static List<Bounds> read(JsonObject bounds, String rows) {
        return bounds.objects(rows).stream()
                .map(each -> new Bounds(
                        each.text("metric"),
                        each.decimal("low"),
                        each.decimal("high"),
                        each.find("wilson").isPresent() && each.truth("wilson")))
                .toList();
    }
}
