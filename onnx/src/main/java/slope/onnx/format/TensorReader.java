package slope.onnx.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// A tensor out of its message: its elements stand in one of five fields, packed or not, and have to
/// be as many as its dimensions say.
final class TensorReader {
    private String name = "";
    private final List<Long> shape = new ArrayList<>();
    private ElementType type = ElementType.FLOAT;
    private double[] doubles = new double[0]; // the first count of them count
    private long[] longs = new long[0]; // the first count of them count
    private int count;
    private final List<String> texts = new ArrayList<>();
    private Optional<ByteBuffer> raw = Optional.empty();

    private TensorReader() {}

    static Tensor read(WireReader message) {
        TensorReader reader = new TensorReader();
        while (message.next()) {
            reader.readField(message);
        }
        return reader.tensor();
    }

    static ElementType elementType(long code) {
        return ElementType.ofCode(code)
                .orElseThrow(() ->
                        new OnnxException("has a tensor of ONNX's type %s, which is not supported".formatted(code)));
    }

    private void readField(WireReader message) {
        switch (message.field()) {
            case 1 -> readDimensions(message);
            case 2 -> type = elementType(message.varint());
            case 4 -> readFloats(message);
            case 5, 7, 11 -> readLongs(message);
            case 6 -> texts.add(message.text());
            case 8 -> name = message.text();
            case 9 -> raw = Optional.of(message.bytes());
            case 10 -> readDoubles(message);
            case 3, 13 -> throw elsewhere();
            case 14 -> {
                if (message.varint() != 0) {
                    throw elsewhere();
                }
            }
            default -> message.skip();
        }
    }

    private static OnnxException elsewhere() {
        return new OnnxException("keeps a tensor in another file or in pieces; save it as a single file");
    }

    private void readDimensions(WireReader message) {
        if (message.wireType() == WireReader.VARINT) {
            shape.add(message.varint());
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining() && shape.size() <= Limits.DIMENSIONS) {
                shape.add(packed.readVarint());
            }
        }
        if (shape.size() > Limits.DIMENSIONS) {
            throw new OnnxException(
                    "has a tensor of more than %s dimensions, the most that is read".formatted(Limits.DIMENSIONS));
        }
    }

    private void readFloats(WireReader message) {
        if (message.wireType() == WireReader.FIXED32) {
            addDouble(message.fixed32(), message);
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining()) {
                addDouble(packed.readFloat(), message);
            }
        }
    }

    private void readDoubles(WireReader message) {
        if (message.wireType() == WireReader.FIXED64) {
            addDouble(message.readDouble(), message);
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining()) {
                addDouble(packed.readDouble(), message);
            }
        }
    }

    private void readLongs(WireReader message) {
        if (message.wireType() == WireReader.VARINT) {
            addLong(message.varint(), message);
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining()) {
                addLong(packed.readVarint(), message);
            }
        }
    }

    private void addDouble(double value, WireReader message) {
        message.budget().countLooseNumber();
        if (count >= doubles.length) {
            doubles = Arrays.copyOf(doubles, Math.max(16, count + (count >> 1)));
        }
        doubles[count++] = value;
    }

    private void addLong(long value, WireReader message) {
        message.budget().countLooseNumber();
        if (count >= longs.length) {
            longs = Arrays.copyOf(longs, Math.max(16, count + (count >> 1)));
        }
        longs[count++] = value;
    }

    private Tensor tensor() {
        int size = size();
        Tensor tensor = switch (type) {
            case DOUBLE -> new Tensor.Floats(name, shape, ElementType.DOUBLE, size, floats(size));
            case FLOAT, FLOAT16 -> new Tensor.Floats(name, shape, ElementType.FLOAT, size, floats(size));
            case UINT8, INT8, INT32, INT64, BOOL -> new Tensor.Longs(name, shape, size, longs(size));
            case STRING -> new Tensor.Texts(name, shape, texts);
        };
        requireSize(size, tensor.size());
        return tensor;
    }

    private int size() {
        long size = 1;
        for (long dimension : shape) {
            if (dimension < 0 || dimension > Limits.FILE_BYTES || size * dimension > Limits.FILE_BYTES) {
                throw new OnnxException(
                        "has a tensor \"%s\" that claims the shape %s, more than is read".formatted(name, shape));
            }
            size *= dimension;
        }
        return (int) size;
    }

    /// Seen in the file's bytes, where they are packed.
    private IntToDoubleFunction floats(int size) {
        if (raw.isPresent()) {
            ByteBuffer bytes = raw(size);
            return switch (type.bytes()) {
                case Short.BYTES -> index -> Float.float16ToFloat(bytes.getShort(Short.BYTES * index));
                case Float.BYTES -> index -> bytes.getFloat(Float.BYTES * index);
                default -> index -> bytes.getDouble(Double.BYTES * index);
            };
        }
        // Half floats outside of raw data stand in the field of whole numbers.
        if (type == ElementType.FLOAT16) {
            IntToLongFunction halves = longs(size);
            return index -> Float.float16ToFloat((short) halves.applyAsLong(index));
        }
        requireSize(size, doubles.length == 0 ? 0 : count);
        double[] values = Arrays.copyOf(doubles, size);
        return index -> values[index];
    }

    private IntToLongFunction longs(int size) {
        if (raw.isPresent()) {
            ByteBuffer bytes = raw(size);
            return switch (type) {
                case INT8 -> bytes::get;
                case UINT8, BOOL -> index -> bytes.get(index) & 0xFF;
                case INT32 -> index -> bytes.getInt(Integer.BYTES * index);
                default -> index -> bytes.getLong(Long.BYTES * index);
            };
        }
        requireSize(size, longs.length == 0 ? 0 : count);
        long[] values = Arrays.copyOf(longs, size);
        return index -> values[index];
    }

    private ByteBuffer raw(int size) {
        ByteBuffer bytes = raw.orElseThrow().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() != (long) size * type.bytes()) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "has a tensor \"%s\" of the shape %s, which takes %,d bytes, but it has %,d",
                    name,
                    shape,
                    (long) size * type.bytes(),
                    bytes.remaining()));
        }
        return bytes;
    }

    private void requireSize(int wanted, int found) {
        if (wanted != found) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "has a tensor \"%s\" of the shape %s, which holds %,d elements, but it has %,d",
                    name,
                    shape,
                    wanted,
                    found));
        }
    }
}
