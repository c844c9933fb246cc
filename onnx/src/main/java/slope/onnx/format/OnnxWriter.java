package slope.onnx.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// From an [OnnxModel] to a file's bytes; the same model gives the same bytes. (Field numbers:
/// onnx/onnx-ml.proto.)
public final class OnnxWriter {
    private OnnxWriter() {}

    /// The bytes of a whole file.
    public static byte[] write(OnnxModel model) {
        WireWriter file = new WireWriter()
                .varint(1, model.irVersion())
                .text(2, model.producer())
                .text(3, model.producerVersion())
                .message(7, graph -> write(model.graph(), graph));
        for (OnnxModel.OperatorSet set : model.operatorSets()) {
            file.message(8, message -> message.text(1, set.domain()).varint(2, set.version()));
        }
        model.metadata()
                .forEach((key, value) ->
                        file.message(14, entry -> entry.text(1, key).text(2, value)));
        return file.toByteArray();
    }

    private static void write(Graph graph, WireWriter message) {
        graph.nodes().forEach(node -> message.message(1, part -> write(node, part)));
        message.text(2, graph.name());
        graph.initializers().forEach(tensor -> message.message(5, part -> write(tensor, part)));
        graph.inputs().forEach(input -> message.message(11, part -> write(input, part)));
        graph.outputs().forEach(output -> message.message(12, part -> write(output, part)));
    }

    private static void write(Node node, WireWriter message) {
        node.inputs().forEach(input -> message.text(1, input));
        node.outputs().forEach(output -> message.text(2, output));
        message.text(3, node.name()).text(4, node.operator());
        node.attributes()
                .forEach((name, attribute) -> message.message(5, part -> write(attribute, part.text(1, name))));
        if (!node.domain().isEmpty()) {
            message.text(7, node.domain());
        }
    }

    /// The value under its field and, in field 20, ONNX's number for its type.
    private static void write(Attribute attribute, WireWriter message) {
        switch (attribute) {
            case Attribute.Decimal(float value) -> message.fixed32(2, value).varint(20, 1);
            case Attribute.Whole(long value) -> message.varint(3, value).varint(20, 2);
            case Attribute.Text(String value) -> message.text(4, value).varint(20, 3);
            case Attribute.Constant(Tensor value) ->
                message.message(5, part -> write(value, part)).varint(20, 4);
            case Attribute.Decimals(List<Float> values) -> {
                values.forEach(value -> message.fixed32(7, value));
                message.varint(20, 6);
            }
            case Attribute.Wholes(List<Long> values) -> {
                values.forEach(value -> message.varint(8, value));
                message.varint(20, 7);
            }
            case Attribute.Texts(List<String> values) -> {
                values.forEach(value -> message.text(9, value));
                message.varint(20, 8);
            }
            case Attribute.Other ignored ->
                throw new IllegalArgumentException("only what was read as a whole can be written");
        }
    }

    private static void write(Tensor tensor, WireWriter message) {
        tensor.shape().forEach(dimension -> message.varint(1, dimension));
        switch (tensor) {
            case Tensor.Floats floats ->
                message.varint(2, ElementType.FLOAT.code()).bytes(9, raw(floats));
            case Tensor.Longs longs ->
                message.varint(2, ElementType.INT64.code()).bytes(9, raw(longs));
            case Tensor.Texts texts -> {
                message.varint(2, ElementType.STRING.code());
                texts.values().forEach(text -> message.text(6, text));
            }
        }
        message.text(8, tensor.name());
    }

    private static byte[] raw(Tensor.Floats tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < tensor.size(); index++) {
            bytes.putFloat(tensor.at(index));
        }
        return bytes.array();
    }

    private static byte[] raw(Tensor.Longs tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < tensor.size(); index++) {
            bytes.putLong(tensor.at(index));
        }
        return bytes.array();
    }

    private static void write(Value value, WireWriter message) {
        message.text(1, value.name())
                .message(
                        2,
                        type -> type.message(
                                1,
                                tensor -> tensor.varint(1, value.type().code())
                                        .message(
                                                2,
                                                shape -> value.shape().forEach(size -> writeDimension(size, shape)))));
    }

    private static void writeDimension(long size, WireWriter shape) {
        shape.message(1, dimension -> {
            if (size == Value.ANY) {
                dimension.text(2, "rows");
            } else {
                dimension.varint(1, size);
            }
        });
    }
}
