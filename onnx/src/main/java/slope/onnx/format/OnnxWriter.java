package slope.onnx.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// From an [OnnxModel] to a file; the same model gives the same bytes. (Field numbers:
/// onnx/onnx-ml.proto.)
public final class OnnxWriter {
    private OnnxWriter() {}

    /// Writes a whole file, part by part: no tensor is held in memory beside the model's own.
    ///
    /// @throws OnnxException if it would be larger than is read of a file
    public static void write(OnnxModel model, OutputStream stream) throws IOException {
        sizeOf(model);
        write(file -> write(model, file), stream);
    }

    /// The bytes of a whole file.
    ///
    /// @throws OnnxException if they are more than is read of a file
    public static byte[] write(OnnxModel model) {
        ByteBuffer bytes = ByteBuffer.allocate(sizeOf(model));
        WireWriter.write(file -> write(model, file), new OutputStream() {
            @Override
            public void write(int value) {
                bytes.put((byte) value);
            }

            @Override
            public void write(byte[] values, int offset, int length) {
                bytes.put(values, offset, length);
            }
        });
        return bytes.array();
    }

    /// Writes a tensor's numbers alone, as they stand in the file.
    public static void writeRaw(Tensor tensor, OutputStream stream) throws IOException {
        write(raw -> writeRaw(tensor, raw), stream);
    }

    private static void write(Consumer<WireWriter> content, OutputStream stream) throws IOException {
        try {
            WireWriter.write(content, stream);
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        }
    }

    private static int sizeOf(OnnxModel model) {
        long size = WireWriter.sizeOf(file -> write(model, file));
        if (size > Limits.FILE_BYTES) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "would take %,d MB, more than the %,d MB that are read of a file",
                    size >> 20,
                    Limits.FILE_BYTES >> 20));
        }
        return (int) size;
    }

    private static void write(OnnxModel model, WireWriter file) {
        file.varint(1, model.irVersion())
                .text(2, model.producer())
                .text(3, model.producerVersion())
                .message(7, graph -> write(model.graph(), graph));
        for (OnnxModel.OperatorSet set : model.operatorSets()) {
            file.message(8, message -> message.text(1, set.domain()).varint(2, set.version()));
        }
        model.metadata()
                .forEach((key, value) ->
                        file.message(14, entry -> entry.text(1, key).text(2, value)));
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
                message.varint(2, floats.type().code())
                        .bytes(9, (long) floats.size() * floats.type().bytes(), raw -> writeRaw(floats, raw));
            case Tensor.Longs longs ->
                message.varint(2, ElementType.INT64.code())
                        .bytes(9, (long) longs.size() * Long.BYTES, raw -> writeRaw(longs, raw));
            case Tensor.Texts texts -> {
                message.varint(2, ElementType.STRING.code());
                texts.values().forEach(text -> message.text(6, text));
            }
        }
        message.text(8, tensor.name());
    }

    private static void writeRaw(Tensor tensor, WireWriter raw) {
        for (int index = 0; index < tensor.size(); index++) {
            switch (tensor) {
                case Tensor.Floats floats
                when floats.type() == ElementType.DOUBLE ->
                    raw.room(Double.BYTES).putDouble(floats.elements().applyAsDouble(index));
                case Tensor.Floats floats -> raw.room(Float.BYTES).putFloat(floats.at(index));
                case Tensor.Longs longs -> raw.room(Long.BYTES).putLong(longs.at(index));
                case Tensor.Texts ignored -> throw new IllegalArgumentException("words are not packed");
            }
        }
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
