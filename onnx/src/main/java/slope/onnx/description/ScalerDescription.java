package slope.onnx.description;

import java.util.List;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;
import slope.preprocess.Scaler;

/// Scalings of numbers as JSON.
final class ScalerDescription {
    private ScalerDescription() {}

    static JsonObject of(Scaler scaling) {
        return switch (scaling) {
            case Scaler.Unchanged ignored -> kind("unchanged");
            case Scaler.Standard(double mean, double deviation) ->
                kind("standard").with("mean", mean).with("deviation", deviation);
            case Scaler.Robust(double median, double range) ->
                kind("robust").with("median", median).with("range", range);
            case Scaler.Normal(List<Double> quantiles, Scaler.Normal.Precision precision) ->
                kind("normal")
                        .with(
                                "quantiles",
                                Numbers.of(quantiles.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()));
        };
    }

    static Scaler read(JsonObject scaling) {
        return switch (scaling.text("kind")) {
            case "unchanged" -> new Scaler.Unchanged();
            case "standard" -> new Scaler.Standard(scaling.decimal("mean"), scaling.decimal("deviation"));
            case "robust" -> new Scaler.Robust(scaling.decimal("median"), scaling.decimal("range"));
            case "normal" -> new Scaler.Normal(scaling.decimals("quantiles"), Scaler.Normal.Precision.FLOAT);
            default -> throw new JsonException("has the unknown scaling \"%s\"".formatted(scaling.text("kind")));
        };
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }
}
