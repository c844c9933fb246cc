package slope.onnx.description;

import java.util.Arrays;
import java.util.List;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;

/// Feature embeddings as JSON.
final class EmbeddingDescription {
    private EmbeddingDescription() {}

    static JsonObject of(FeatureEmbedding part) {
        return switch (part) {
            case PassThrough(int inputs) -> kind("plain").with("inputs", inputs);
            case PeriodicEmbedding(int inputs, int frequencies, int mixtures, double sigma) ->
                kind("periodic")
                        .with("inputs", inputs)
                        .with("frequencies", frequencies)
                        .with("mixtures", mixtures)
                        .with("sigma", sigma);
            case PiecewiseLinearEmbedding(List<BinEdges> edges, int dimension) ->
                kind("piecewise linear")
                        .with(
                                "edges",
                                new Json.Items(edges.stream()
                                        .<Json>map(EmbeddingDescription::of)
                                        .toList()))
                        .with("dimension", dimension);
            case CategoryEmbedding(int levels, int dimension) ->
                kind("lookup").with("levels", levels).with("dimension", dimension);
        };
    }

    static FeatureEmbedding read(JsonObject part) {
        return switch (part.text("kind")) {
            case "plain" -> new PassThrough(units(part, "inputs"));
            case "periodic" ->
                new PeriodicEmbedding(
                        units(part, "inputs"),
                        units(part, "frequencies"),
                        units(part, "mixtures"),
                        part.decimal("sigma"));
            case "piecewise linear" ->
                new PiecewiseLinearEmbedding(
                        part.objects("edges").stream()
                                .map(EmbeddingDescription::edges)
                                .toList(),
                        units(part, "dimension"));
            case "lookup" -> new CategoryEmbedding(units(part, "levels"), units(part, "dimension"));
            default -> throw new JsonException("has a part of the unknown kind \"%s\"".formatted(part.text("kind")));
        };
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }

    private static int units(JsonObject part, String name) {
        return ArchitectureDescription.units(part, name);
    }

    /// Every float is a double, so none changes on the way.
    private static JsonObject of(BinEdges edges) {
        float[] floats = edges.toArray();
        double[] values = new double[floats.length];
        Arrays.setAll(values, index -> floats[index]);
        return JsonObject.empty().with("of", Numbers.of(values));
    }

    private static BinEdges edges(JsonObject edges) {
        List<Double> values = edges.decimals("of");
        float[] floats = new float[values.size()];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = values.get(index).floatValue();
        }
        return BinEdges.of(floats);
    }
}
