package slope.onnx.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import slope.layer.Architecture;
import slope.layer.CustomLayer;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.format.Tensor;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.TableEncoder;
import slope.table.DataException;
import slope.target.TemperatureScaling;

/// Everything about a model but its parameters, as JSON; and the model back, with the parameters
/// out of a graph's initializers: the same one, bit for bit.
public final class ModelDescription {
    /// Counted up when older versions of Slope could not read what is written.
    private static final int FORMAT = 4;

    /// Of a model whose networks count alike: its file has no weights, and is read as before.
    private static final int FORMAT_WITHOUT_WEIGHTS = 3;

    /// Of all networks together: a few bytes each could otherwise ask for the memory of many.
    private static final int MOST_COLUMNS = 1 << 21;

    private ModelDescription() {}

    /// The description of a model. Encoders that networks share are described once.
    ///
    /// @param names of the initializers with the parameters and other numbers
    public static JsonObject of(Model model, TensorNames names) {
        Map<ColumnEncoder, Integer> places = new LinkedHashMap<>();
        List<Json> networks = new ArrayList<>();
        for (FittedNetwork member : model.members()) {
            TensorNames.OfNetwork tensors = names.ofNetworks().get(networks.size());
            JsonObject network = JsonObject.empty()
                    .with("encoding", encoding(member.encoding(), places))
                    .with("target", TargetDescription.of(member.target()))
                    .with(
                            "architecture",
                            ArchitectureDescription.of(
                                    member.network().architecture(),
                                    tensors.edges().iterator()))
                    .with("parameters", Json.texts(tensors.parameters()));
            networks.add(member.linear()
                    .map(linear -> network.with("linear", of(linear, places, tensors.linearPart())))
                    .orElse(network));
        }
        List<Json> columns = places.keySet().stream()
                .<Json>map(column -> EncoderDescription.of(column, names))
                .toList();
        boolean isPlain = WeightsDescription.isPlain(model);
        JsonObject plain = JsonObject.empty()
                .with("format", isPlain ? FORMAT_WITHOUT_WEIGHTS : FORMAT)
                .with("columns", new Json.Items(columns))
                .with("networks", new Json.Items(networks));
        JsonObject description = isPlain ? plain : WeightsDescription.add(model, plain);
        JsonObject calibrated = model.calibration()
                .map(calibration -> description.with("calibration", of(calibration)))
                .orElse(description);
        return model.conformal()
                .map(conformal -> calibrated.with("conformal", ConformalDescription.of(conformal)))
                .orElse(calibrated);
    }

    private static Json encoding(TableEncoder encoding, Map<ColumnEncoder, Integer> places) {
        return new Json.Items(encoding.columns().stream()
                .map(column -> Json.of((long) places.computeIfAbsent(column, first -> places.size())))
                .toList());
    }

    /// @param parameters the names of its initializers
    private static JsonObject of(LinearPart linear, Map<ColumnEncoder, Integer> places, List<String> parameters) {
        return JsonObject.empty()
                .with("encoding", encoding(linear.encoding(), places))
                .with(
                        "architecture",
                        ArchitectureDescription.of(
                                linear.network().architecture(),
                                List.<String>of().iterator()))
                .with("parameters", Json.texts(parameters))
                .with(
                        "scales",
                        new Json.Items(linear.scales().stream()
                                .<Json>map(TargetDescription::of)
                                .toList()))
                .with("strength", linear.strength());
    }

    private static JsonObject of(TemperatureScaling calibration) {
        JsonObject object = JsonObject.empty()
                .with("exponents", Json.numbers(calibration.exponents()))
                .with("share", calibration.share());
        return calibration.classWeights().isEmpty()
                ? object
                : object.with("classWeights", Json.numbers(calibration.classWeights()));
    }

    private static TemperatureScaling calibration(JsonObject calibration) {
        return new TemperatureScaling(
                calibration.decimals("exponents"),
                calibration.decimal("share"),
                calibration.find("classWeights").isPresent() ? calibration.decimals("classWeights") : List.of());
    }

    /// Refuses an architecture that no file can hold.
    ///
    /// @throws DataException if it has a layer that ONNX does not know
    public static void requireKnown(Architecture architecture) {
        for (Layer layer : architecture.layers()) {
            if (layer instanceof CustomLayer custom) {
                throw unknown(custom);
            }
        }
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
    public static Model read(JsonObject description, StoredTensors tensors) {
        if (format(description) > FORMAT) {
            throw new JsonException("is of format %s, newer than this version of Slope reads (%s); use a newer Slope"
                    .formatted(format(description), FORMAT));
        }
        List<JsonObject> networks = description.objects("networks");
        try {
            Function<JsonObject, TableEncoder> encoding =
                    format(description) == 1 ? listedEncoding(networks, tensors) : namedEncoding(description, tensors);
            Model model = new Model(
                    networks.stream()
                            .map(network -> member(network, encoding, tensors))
                            .toList(),
                    WeightsDescription.read(description, networks.size()));
            Model calibrated = description.find("calibration").isPresent()
                    ? model.with(calibration(description.object("calibration")))
                    : model;
            return description.find("conformal").isPresent()
                    ? calibrated.with(ConformalDescription.read(description.object("conformal")))
                    : calibrated;
        } catch (IllegalArgumentException unusable) {
            // Values check themselves when they are made: a standard deviation that is not finite,
            // widths that do not fit.
            throw new JsonException("makes no model: " + unusable.getMessage());
        }
    }

    /// The format of a description.
    public static long format(JsonObject description) {
        return description.whole("format");
    }

    /// Of format 1: each network lists its encoders.
    private static Function<JsonObject, TableEncoder> listedEncoding(List<JsonObject> networks, StoredTensors tensors) {
        OneHotSize.refuseLarge(networks.stream()
                .flatMap(network -> network.objects("encoding").stream())
                .toList());
        return network -> new TableEncoder(encoders(network.objects("encoding"), tensors));
    }

    /// Each network names its encoders by their places among all.
    private static Function<JsonObject, TableEncoder> namedEncoding(JsonObject description, StoredTensors tensors) {
        long named = description.objects("networks").stream()
                .flatMap(network -> Stream.concat(
                        Stream.of(network),
                        network.find("linear").isPresent() ? Stream.of(network.object("linear")) : Stream.empty()))
                .mapToLong(network -> network.decimals("encoding").size())
                .sum();
        if (named > MOST_COLUMNS) {
            throw new JsonException(String.format(
                    Locale.ROOT, "has %,d encoders of all networks; %,d are read at most", named, MOST_COLUMNS));
        }
        OneHotSize.refuseLarge(description.objects("columns"));
        List<ColumnEncoder> all = encoders(description.objects("columns"), tensors);
        return network -> tableEncoder(network.decimals("encoding").stream()
                .map(place -> encoder(place, all))
                .toList());
    }

    /// The network's inputs are not more than are read, so they can be counted.
    private static TableEncoder tableEncoder(List<ColumnEncoder> columns) {
        long inputs = columns.stream().mapToLong(ColumnEncoder::width).sum();
        if (inputs > ArchitectureDescription.MOST_UNITS) {
            throw new JsonException(String.format(
                    Locale.ROOT,
                    "has %,d inputs of a network; %,d are read at most",
                    inputs,
                    ArchitectureDescription.MOST_UNITS));
        }
        return new TableEncoder(columns);
    }

    private static ColumnEncoder encoder(double place, List<ColumnEncoder> all) {
        if (!(place >= 0 && place < all.size())) {
            throw new JsonException(String.format(Locale.ROOT, "has no encoder %s among %,d", place, all.size()));
        }
        return all.get((int) place);
    }

    private static List<ColumnEncoder> encoders(List<JsonObject> columns, StoredTensors tensors) {
        return columns.stream()
                .map(column -> EncoderDescription.read(column, tensors))
                .toList();
    }

    private static FittedNetwork member(
            JsonObject network, Function<JsonObject, TableEncoder> encoding, StoredTensors tensors) {
        return new FittedNetwork(
                encoding.apply(network),
                TargetDescription.read(network.object("target")),
                network(network, tensors),
                network.find("linear").isPresent()
                        ? Optional.of(linear(network.object("linear"), encoding, tensors))
                        : Optional.empty());
    }

    private static LinearPart linear(
            JsonObject linear, Function<JsonObject, TableEncoder> encoding, StoredTensors tensors) {
        return new LinearPart(
                encoding.apply(linear),
                network(linear, tensors),
                linear.objects("scales").stream().map(TargetDescription::scale).toList(),
                linear.decimal("strength"));
    }

    private static Network network(JsonObject network, StoredTensors tensors) {
        Architecture architecture = ArchitectureDescription.read(network.object("architecture"), tensors);
        return Network.of(architecture, parameters(architecture, network.texts("parameters"), tensors));
    }

    /// All are looked at before the memory for any is taken.
    private static Parameters parameters(Architecture architecture, List<String> names, StoredTensors tensors) {
        ParameterLayout layout = architecture.parameterLayout();
        List<ParameterLayout.Block> blocks = layout.blocks();
        if (names.size() != blocks.size()) {
            throw new JsonException(
                    "names %s blocks of parameters, but its layers have %s".formatted(names.size(), blocks.size()));
        }
        List<Tensor.Floats> found = new ArrayList<>();
        for (ParameterLayout.Block block : blocks) {
            found.add(tensors.take(names.get(found.size()), block.length(), block.name()));
        }
        return Parameters.of(layout, values -> {
            for (int index = 0; index < found.size(); index++) {
                found.get(index).copyTo(values, blocks.get(index).offset());
            }
        });
    }
}
