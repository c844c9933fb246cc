package slope.onnx.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// From a file's bytes to an [OnnxModel]. (Field numbers: onnx/onnx-ml.proto.)
///
/// What a plain network does not need is passed by, unread: value infos, documentation, training
/// graphs, functions.
public final class OnnxReader {
    private OnnxReader() {}

    /// Reads a whole file.
    ///
    /// @throws OnnxException if it is none, is damaged, or exceeds [Limits]
    public static OnnxModel read(byte[] bytes) {
        if (bytes.length > Limits.FILE_BYTES) {
            throw new OnnxException(String.format(
                    Locale.ROOT, "is larger than %,d MB, the most that is read", Limits.FILE_BYTES >> 20));
        }
        // Every ONNX file begins with the version of its format.
        if (bytes.length == 0 || bytes[0] != 8) {
            throw new OnnxException("is no ONNX file");
        }
        WireReader message = WireReader.of(bytes);
        long irVersion = 0;
        String producer = "";
        String producerVersion = "";
        List<OnnxModel.OperatorSet> operatorSets = new ArrayList<>();
        Optional<Graph> graph = Optional.empty();
        Map<String, String> metadata = new LinkedHashMap<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> irVersion = message.varint();
                case 2 -> producer = message.text();
                case 3 -> producerVersion = message.text();
                case 7 -> graph = Optional.of(graph(message.message()));
                case 8 -> operatorSets.add(operatorSet(message.message()));
                case 14 -> readEntry(message.message(), metadata);
                default -> message.skip();
            }
        }
        if (graph.isEmpty()) {
            throw new OnnxException("is no ONNX file: it has no graph");
        }
        return new OnnxModel(irVersion, producer, producerVersion, operatorSets, graph.get(), metadata);
    }

    private static OnnxModel.OperatorSet operatorSet(WireReader message) {
        String domain = "";
        long version = 0;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> domain = message.text();
                case 2 -> version = message.varint();
                default -> message.skip();
            }
        }
        return new OnnxModel.OperatorSet(domain, version);
    }

    private static void readEntry(WireReader message, Map<String, String> metadata) {
        String key = "";
        String value = "";
        while (message.next()) {
            switch (message.field()) {
                case 1 -> key = message.text();
                case 2 -> value = message.text();
                default -> message.skip();
            }
        }
        metadata.put(key, value);
    }

    private static Graph graph(WireReader message) {
        String name = "";
        List<Node> nodes = new ArrayList<>();
        List<Tensor> initializers = new ArrayList<>();
        List<Value> inputs = new ArrayList<>();
        List<Value> outputs = new ArrayList<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> nodes.add(NodeReader.read(message.message()));
                case 2 -> name = message.text();
                case 5 -> initializers.add(TensorReader.read(message.message()));
                case 11 -> inputs.add(value(message.message()));
                case 12 -> outputs.add(value(message.message()));
                case 15 -> throw new OnnxException("has a sparse initializer, which is not supported");
                default -> message.skip();
            }
        }
        return new Graph(name, nodes, initializers, inputs, outputs);
    }

    private static Value value(WireReader message) {
        String name = "";
        Optional<Value> typed = Optional.empty();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> name = message.text();
                case 2 -> typed = tensorType(message.message());
                default -> message.skip();
            }
        }
        // What is no tensor (a map, a sequence) is known by its name only.
        Value found = typed.orElseGet(() -> new Value("", ElementType.FLOAT, List.of()));
        return new Value(name, found.type(), found.shape());
    }

    private static Optional<Value> tensorType(WireReader type) {
        Optional<Value> found = Optional.empty();
        while (type.next()) {
            if (type.field() == 1) {
                found = Optional.of(tensorShape(type.message()));
            } else {
                type.skip();
            }
        }
        return found;
    }

    private static Value tensorShape(WireReader tensor) {
        ElementType element = ElementType.FLOAT;
        List<Long> shape = new ArrayList<>();
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> element = TensorReader.elementType(tensor.varint());
                case 2 -> {
                    WireReader dimensions = tensor.message();
                    while (dimensions.next()) {
                        if (dimensions.field() == 1) {
                            shape.add(dimension(dimensions.message()));
                        } else {
                            dimensions.skip();
                        }
                    }
                }
                default -> tensor.skip();
            }
        }
        return new Value("", element, shape);
    }

    private static long dimension(WireReader message) {
        long dimension = Value.ANY;
        while (message.next()) {
            if (message.field() == 1) {
                dimension = message.varint();
            } else {
                message.skip();
            }
        }
        return dimension;
    }
}
