package slope.onnx.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.layer.Architecture;
import slope.layer.CustomLayer;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.format.Tensor;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.DataException;

/// Everything about a model but its parameters, as JSON; and the model back, with the parameters
/// out of a graph's initializers: the same one, bit for bit.
public final class ModelDescription {
    /// Counted up when older versions of Slope could not read what is written.
    private static final int FORMAT = 1;

    private ModelDescription() {}

    /// The description of a model.
    ///
    /// @param parameterNames of the initializers with the parameters: for each network, those of
    ///     its layout's blocks in order
    public static JsonObject of(Model model, List<List<String>> parameterNames) {
        List<Json> networks = new ArrayList<>();
        for (int index = 0; index < model.members().size(); index++) {
            networks.add(of(model.members().get(index), parameterNames.get(index)));
        }
        return JsonObject.empty().with("format", FORMAT).with("networks", new Json.Items(networks));
    }

    /// Refuses an architecture that no file can hold.
    ///
    /// @throws DataException if it has a layer that ONNX does not know
    public static void requireKnown(Architecture architecture) {
        ArchitectureDescription.of(architecture);
    }

    /// What to say about a layer that no file can hold.
    public static DataException unknown(CustomLayer layer) {
        return new DataException(
                "ONNX does not know the custom layer \"%s\"; a model with it cannot be saved: predict in this program, or"
                                .formatted(layer.title())
                        + " build the network of other layers");
    }

    /// The model that is described.
    ///
    /// @throws JsonException if the description and the initializers make no model
    public static Model read(JsonObject description, List<Tensor> initializers) {
        if (description.whole("format") > FORMAT) {
            throw new JsonException("is of format %s, newer than this version of Slope reads (%s); use a newer Slope"
                    .formatted(description.whole("format"), FORMAT));
        }
        List<JsonObject> networks = description.objects("networks");
        OneHotSize.refuseLarge(networks);
        Map<String, Tensor> unused = new HashMap<>();
        initializers.forEach(tensor -> unused.put(tensor.name(), tensor));
        try {
            return new Model(
                    networks.stream().map(network -> member(network, unused)).toList());
        } catch (IllegalArgumentException unusable) {
            // Values check themselves when they are made: a standard deviation that is not finite,
            // widths that do not fit.
            throw new JsonException("makes no model: " + unusable.getMessage());
        }
    }

    private static JsonObject of(FittedNetwork member, List<String> parameterNames) {
        return JsonObject.empty()
                .with("encoding", EncoderDescription.of(member.encoding()))
                .with("target", TargetDescription.of(member.target()))
                .with(
                        "architecture",
                        ArchitectureDescription.of(member.network().architecture()))
                .with("parameters", Json.texts(parameterNames));
    }

    private static FittedNetwork member(JsonObject network, Map<String, Tensor> unused) {
        Architecture architecture = ArchitectureDescription.read(network.object("architecture"));
        return new FittedNetwork(
                EncoderDescription.read(network.objects("encoding")),
                TargetDescription.read(network.object("target")),
                Network.of(architecture, parameters(architecture, network.texts("parameters"), unused)));
    }

    private static Parameters parameters(Architecture architecture, List<String> names, Map<String, Tensor> unused) {
        ParameterLayout layout = architecture.parameterLayout();
        // All are looked at before the memory for any is taken.
        List<Tensor.Floats> found = blocks(layout.blocks(), names, unused);
        float[] values = new float[layout.length()];
        for (int index = 0; index < found.size(); index++) {
            ParameterLayout.Block block = layout.blocks().get(index);
            System.arraycopy(found.get(index).toArray(), 0, values, block.offset(), block.length());
        }
        return Parameters.of(layout, values);
    }

    /// Takes each tensor once only: a small file could otherwise ask for the memory of one
    /// thousands of times.
    private static List<Tensor.Floats> blocks(
            List<ParameterLayout.Block> blocks, List<String> names, Map<String, Tensor> unused) {
        if (names.size() != blocks.size()) {
            throw new JsonException(
                    "names %s blocks of parameters, but its layers have %s".formatted(names.size(), blocks.size()));
        }
        List<Tensor.Floats> found = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            ParameterLayout.Block block = blocks.get(index);
            if (!(unused.remove(names.get(index)) instanceof Tensor.Floats floats) || floats.size() != block.length()) {
                throw new JsonException(String.format(
                        Locale.ROOT,
                        "has no %,d numbers under \"%s\" for its %s",
                        block.length(),
                        names.get(index),
                        block.name()));
            }
            found.add(floats);
        }
        return found;
    }
}
