package slope.onnx.description;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// Architectures as JSON: the count of inputs, and one object for each layer, its kind first.
final class ArchitectureDescription {
    /// So that a few bytes cannot ask for the memory of billions of units; the parameters are checked
    /// against the file's own afterwards.
    static final int MOST_UNITS = 1 << 20;

    private ArchitectureDescription() {}

    /// @param edges the names of tensors with bin edges, in order
    static JsonObject of(Architecture architecture, Iterator<String> edges) {
        JsonObject described = JsonObject.empty()
                .with("inputs", architecture.inputs())
                .with("layers", of(architecture.layers(), edges));
        return architecture.members() == 1 ? described : described.with("members", architecture.members());
    }

    static Architecture read(JsonObject architecture, StoredTensors tensors) {
        int members = architecture.find("members").isPresent() ? units(architecture, "members") : 1;
        return new Architecture(units(architecture, "inputs"), layers(architecture, tensors), members);
    }

    private static Json of(List<Layer> layers, Iterator<String> edges) {
        return new Json.Items(
                layers.stream().<Json>map(layer -> of(layer, edges)).toList());
    }

    private static List<Layer> layers(JsonObject described, StoredTensors tensors) {
        return described.objects("layers").stream()
                .map(layer -> layer(layer, tensors))
                .toList();
    }

    private static JsonObject of(Layer layer, Iterator<String> edges) {
        return switch (layer) {
            case Dense(int outputs, Activation activation, Dense.Bias bias) ->
                kind("dense")
                        .with("outputs", outputs)
                        .with("activation", of(activation))
                        .with("bias", Json.of(bias == Dense.Bias.PRESENT));
            case FeatureEmbeddings(List<FeatureEmbedding> parts) ->
                kind("features")
                        .with(
                                "parts",
                                new Json.Items(parts.stream()
                                        .<Json>map(part -> EmbeddingDescription.of(part, edges))
                                        .toList()));
            case Scale ignored -> kind("scale");
            case ParametricActivation(Activation activation) -> kind("blend").with("activation", of(activation));
            case Dropout(double rate) -> kind("dropout").with("rate", rate);
            case LayerNorm(double epsilon, Activation activation) -> {
                JsonObject norm = kind("layer norm").with("epsilon", epsilon);
                yield activation instanceof Activation.Identity ? norm : norm.with("activation", of(activation));
            }
            case Residual(List<Layer> layers) -> kind("residual").with("layers", of(layers, edges));
            case BatchEnsembleAdapter(List<Integer> chunks, BatchEnsembleAdapter.Start start) ->
                kind("member scale")
                        .with(
                                "chunks",
                                new Json.Items(chunks.stream()
                                        .<Json>map(chunk -> Json.of((long) chunk))
                                        .toList()))
                        .with("start", start == BatchEnsembleAdapter.Start.SIGNS ? "signs" : "normal");
            case EnsembleHeads(int outputs) -> kind("member dense").with("outputs", outputs);
            case CustomLayer custom -> throw ModelDescription.unknown(custom);
        };
    }

    private static Layer layer(JsonObject layer, StoredTensors tensors) {
        return switch (layer.text("kind")) {
            case "dense" ->
                new Dense(
                        units(layer, "outputs"),
                        activation(layer.object("activation")),
                        layer.truth("bias") ? Dense.Bias.PRESENT : Dense.Bias.ABSENT);
            case "features" ->
                new FeatureEmbeddings(layer.objects("parts").stream()
                        .map(part -> EmbeddingDescription.read(part, tensors))
                        .toList());
            case "scale" -> new Scale();
            case "blend" -> new ParametricActivation(activation(layer.object("activation")));
            case "dropout" -> new Dropout(layer.decimal("rate"));
            case "layer norm" ->
                new LayerNorm(
                        layer.decimal("epsilon"),
                        layer.find("activation").isPresent()
                                ? activation(layer.object("activation"))
                                : Activation.IDENTITY);
            case "residual" -> new Residual(layers(layer, tensors));
            case "member scale" ->
                new BatchEnsembleAdapter(
                        layer.decimals("chunks").stream().map(Double::intValue).toList(),
                        layer.text("start").equals("signs")
                                ? BatchEnsembleAdapter.Start.SIGNS
                                : BatchEnsembleAdapter.Start.NORMAL);
            case "member dense" -> new EnsembleHeads(units(layer, "outputs"));
            default -> throw new JsonException("has a layer of the unknown kind \"%s\"".formatted(layer.text("kind")));
        };
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }

    /// A count of inputs, units or the like.
    static int units(JsonObject object, String name) {
        int units = object.count(name);
        if (units < 1 || units > MOST_UNITS) {
            throw new JsonException(
                    String.format(Locale.ROOT, "has %,d for \"%s\"; 1 to %,d are read", units, name, MOST_UNITS));
        }
        return units;
    }

    private static JsonObject of(Activation activation) {
        JsonObject named = JsonObject.empty().with("name", activation.title());
        return switch (activation) {
            case Activation.LeakyRelu(double slope) -> named.with("slope", slope);
            case Activation.Elu(double alpha) -> named.with("alpha", alpha);
            case Activation.Sigmoid ignored -> named;
            case Activation.Relu ignored -> named;
            case Activation.Tanh ignored -> named;
            case Activation.Identity ignored -> named;
            case Activation.Softmax ignored -> named;
            case Activation.Selu ignored -> named;
            case Activation.Gelu ignored -> named;
            case Activation.GeluTanh ignored -> named;
            case Activation.Silu ignored -> named;
            case Activation.Mish ignored -> named;
        };
    }

    private static Activation activation(JsonObject activation) {
        return switch (activation.text("name")) {
            case "sigmoid" -> Activation.SIGMOID;
            case "relu" -> Activation.RELU;
            case "tanh" -> Activation.TANH;
            case "identity" -> Activation.IDENTITY;
            case "softmax" -> Activation.SOFTMAX;
            case "leaky-relu" -> new Activation.LeakyRelu(activation.decimal("slope"));
            case "elu" -> new Activation.Elu(activation.decimal("alpha"));
            case "selu" -> Activation.SELU;
            case "gelu" -> Activation.GELU;
            case "gelu-tanh" -> Activation.GELU_TANH;
            case "silu" -> Activation.SILU;
            case "mish" -> Activation.MISH;
            default -> throw new JsonException("has the unknown activation \"%s\"".formatted(activation.text("name")));
        };
    }
}
