package slope.onnx.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A node and its attributes out of their messages.
final class NodeReader {
    private NodeReader() {}

    static Node read(WireReader message) {
        String name = "";
        String operator = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> inputs.add(message.text());
                case 2 -> outputs.add(message.text());
                case 3 -> name = message.text();
                case 4 -> operator = message.text();
                case 5 -> readAttribute(message.message(), attributes);
                case 7 -> domain = message.text();
                default -> message.skip();
            }
        }
        // The default domain has two names.
        return new Node(name, operator, domain.equals("ai.onnx") ? "" : domain, inputs, outputs, attributes);
    }

    private static void readAttribute(WireReader message, Map<String, Attribute> attributes) {
        AttributeParts parts = new AttributeParts();
        while (message.next()) {
            parts.read(message);
        }
        attributes.put(parts.name, parts.attribute());
    }

    /// What an attribute's message holds. Its type says which part counts; zeros may be left out.
    private static final class AttributeParts {
        private String name = "";
        private long type;
        private float decimal;
        private long whole;
        private String text = "";
        private Tensor constant = Tensor.floats("", List.of(0L));
        private final List<Float> decimals = new ArrayList<>();
        private final List<Long> wholes = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        void read(WireReader message) {
            switch (message.field()) {
                case 1 -> name = message.text();
                case 2 -> decimal = message.fixed32();
                case 3 -> whole = message.varint();
                case 4 -> text = message.text();
                case 5 -> constant = TensorReader.read(message.message());
                case 7 -> readDecimals(message);
                case 8 -> readWholes(message);
                case 9 -> texts.add(message.text());
                case 20 -> type = message.varint();
                default -> message.skip();
            }
        }

        Attribute attribute() {
            return switch ((int) type) {
                case 1 -> new Attribute.Decimal(decimal);
                case 2 -> new Attribute.Whole(whole);
                case 3 -> new Attribute.Text(text);
                case 4 -> new Attribute.Constant(constant);
                case 6 -> new Attribute.Decimals(decimals);
                case 7 -> new Attribute.Wholes(wholes);
                case 8 -> new Attribute.Texts(texts);
                default -> new Attribute.Other();
            };
        }

        private void readDecimals(WireReader message) {
            if (message.wireType() == WireReader.FIXED32) {
                message.budget().countPart();
                decimals.add(message.fixed32());
            } else {
                WireReader packed = message.message();
                while (packed.hasRemaining()) {
                    message.budget().countPart();
                    decimals.add(packed.readFloat());
                }
            }
        }

        private void readWholes(WireReader message) {
            if (message.wireType() == WireReader.VARINT) {
                message.budget().countPart();
                wholes.add(message.varint());
            } else {
                WireReader packed = message.message();
                while (packed.hasRemaining()) {
                    message.budget().countPart();
                    wholes.add(packed.readVarint());
                }
            }
        }
    }
}
