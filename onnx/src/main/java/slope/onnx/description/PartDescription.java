package slope.onnx.description;

import java.util.Arrays;
import java.util.List;
import slope.network.BinEdges;
import slope.network.Part;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;

/// The parts of a first layer as JSON.
final class PartDescription {
    private PartDescription() {}

    static JsonObject of(Part part) {
        return switch (part) {
            case Part.Plain(int inputs) -> kind("plain").with("inputs", inputs);
            case Part.Periodic(int inputs, int frequencies, int mixtures, double sigma) ->
                kind("periodic")
                        .with("inputs", inputs)
                        .with("frequencies", frequencies)
                        .with("mixtures", mixtures)
                        .with("sigma", sigma);
            case Part.PiecewiseLinear(List<BinEdges> edges, int dimension) ->
                kind("piecewise linear")
                        .with(
                                "edges",
                                new Json.Items(edges.stream()
                                        .<Json>map(PartDescription::of)
                                        .toList()))
                        .with("dimension", dimension);
            case Part.Lookup(int levels, int dimension) ->
                kind("lookup").with("levels", levels).with("dimension", dimension);
        };
    }

    static Part read(JsonObject part) {
        return switch (part.text("kind")) {
            case "plain" -> new Part.Plain(units(part, "inputs"));
            case "periodic" ->
                new Part.Periodic(
                        units(part, "inputs"),
                        units(part, "frequencies"),
                        units(part, "mixtures"),
                        part.decimal("sigma"));
            case "piecewise linear" ->
                new Part.PiecewiseLinear(
                        part.objects("edges").stream()
                                .map(PartDescription::edges)
                                .toList(),
                        units(part, "dimension"));
            case "lookup" -> new Part.Lookup(units(part, "levels"), units(part, "dimension"));
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
