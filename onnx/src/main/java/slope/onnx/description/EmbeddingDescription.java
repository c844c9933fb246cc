package slope.onnx.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.onnx.format.Tensor;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// Feature embeddings as JSON.
final class EmbeddingDescription {
    private EmbeddingDescription() {}

    /// @param edges the names of tensors with bin edges, in order
    static JsonObject of(FeatureEmbedding part, Iterator<String> edges) {
        return switch (part) {
            case PassThrough(int inputs) -> kind("plain").with("inputs", inputs);
            case PeriodicEmbedding(int inputs, int frequencies, int mixtures, double sigma) ->
                kind("periodic")
                        .with("inputs", inputs)
                        .with("frequencies", frequencies)
                        .with("mixtures", mixtures)
                        .with("sigma", sigma);
            case PiecewiseLinearEmbedding lines ->
                kind("piecewise linear")
                        .with("edges", edges.next())
                        .with(
                                "bins",
                                new Json.Items(lines.edges().stream()
                                        .map(column -> Json.of((long) column.bins()))
                                        .toList()))
                        .with("dimension", lines.dimension());
            case CategoryEmbedding(int levels, int dimension) ->
                kind("lookup").with("levels", levels).with("dimension", dimension);
        };
    }

    static FeatureEmbedding read(JsonObject part, StoredTensors tensors) {
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
                        part.find("bins").isPresent()
                                ? edges(part.decimals("bins"), tensors.numbers(part, "edges"))
                                : listedEdges(part.objects("edges"), tensors),
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

    /// Of each column after those of the one before.
    private static List<BinEdges> edges(List<Double> bins, Tensor.Floats all) {
        List<BinEdges> edges = new ArrayList<>();
        int place = 0;
        float[] values = all.toArray();
        for (double count : bins) {
            if (!(count >= 1 && count < values.length - place)) {
                throw new JsonException(
                        "has %s bins where edges are left for %s".formatted(count, values.length - place - 1));
            }
            edges.add(BinEdges.of(Arrays.copyOfRange(values, place, place + (int) count + 1)));
            place += (int) count + 1;
        }
        return edges;
    }

    /// Of format 1.
    private static List<BinEdges> listedEdges(List<JsonObject> columns, StoredTensors tensors) {
        return columns.stream()
                .map(column -> BinEdges.of(tensors.numbers(column, "of").toArray()))
                .toList();
    }
}
