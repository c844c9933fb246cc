package slope.onnx.description;

import java.util.List;
import slope.data.Scaling;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;

/// Scalings of numbers as JSON.
final class ScalingDescription {
    private ScalingDescription() {}

    static JsonObject of(Scaling scaling) {
        return switch (scaling) {
            case Scaling.Unchanged _ -> kind("unchanged");
            case Scaling.Standard(double mean, double deviation) ->
                kind("standard").with("mean", mean).with("deviation", deviation);
            case Scaling.Robust(double median, double range) ->
                kind("robust").with("median", median).with("range", range);
            case Scaling.Normal(List<Double> quantiles) ->
                kind("normal")
                        .with(
                                "quantiles",
                                Numbers.of(quantiles.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()));
        };
    }

    static Scaling read(JsonObject scaling) {
        return switch (scaling.text("kind")) {
            case "unchanged" -> new Scaling.Unchanged();
            case "standard" -> new Scaling.Standard(scaling.decimal("mean"), scaling.decimal("deviation"));
            case "robust" -> new Scaling.Robust(scaling.decimal("median"), scaling.decimal("range"));
            case "normal" -> new Scaling.Normal(scaling.decimals("quantiles"));
            default -> throw new JsonException("has the unknown scaling \"%s\"".formatted(scaling.text("kind")));
        };
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }
}
