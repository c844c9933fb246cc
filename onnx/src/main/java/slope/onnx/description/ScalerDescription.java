package slope.onnx.description;

import java.util.function.Supplier;
import slope.onnx.format.ElementType;
import slope.onnx.format.Tensor;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.preprocess.Scaler;

/// Scalings of numbers as JSON.
final class ScalerDescription {
    private ScalerDescription() {}

    /// @param numbers the name of the tensor with its quantiles
    static JsonObject of(Scaler scaling, Supplier<String> numbers) {
        return switch (scaling) {
            case Scaler.Unchanged ignored -> kind("unchanged");
            case Scaler.Standard(double mean, double standardDeviation) ->
                kind("standard").with("mean", mean).with("deviation", standardDeviation);
            case Scaler.SignedLogarithm(Scaler.Standard(double mean, double standardDeviation)) ->
                kind("logarithm").with("mean", mean).with("deviation", standardDeviation);
            case Scaler.Robust(double median, double range) ->
                kind("robust").with("median", median).with("range", range);
            case Scaler.Normal ignored -> kind("normal").with("quantiles", numbers.get());
        };
    }

    static Scaler read(JsonObject scaling, StoredTensors tensors) {
        return switch (scaling.text("kind")) {
            case "unchanged" -> new Scaler.Unchanged();
            case "standard" -> standard(scaling);
            case "logarithm" -> new Scaler.SignedLogarithm(standard(scaling));
            case "robust" -> new Scaler.Robust(scaling.decimal("median"), scaling.decimal("range"));
            case "normal" -> normal(tensors.numbers(scaling, "quantiles"));
            default -> throw new JsonException("has the unknown scaling \"%s\"".formatted(scaling.text("kind")));
        };
    }

    private static Scaler.Standard standard(JsonObject scaling) {
        return new Scaler.Standard(scaling.decimal("mean"), scaling.decimal("deviation"));
    }

    private static Scaler normal(Tensor.Floats quantiles) {
        return new Scaler.Normal(
                quantiles.asList(),
                quantiles.type() == ElementType.DOUBLE
                        ? Scaler.Normal.Precision.DOUBLE
                        : Scaler.Normal.Precision.FLOAT);
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }
}
