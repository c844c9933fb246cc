package slope.onnx.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A tensor out of its message: its elements stand in one of five fields, packed or not, and have to
/// be as many as its dimensions say.
final class TensorReader {
    private String name = "";
    private final List<Long> shape = new ArrayList<>();
    private ElementType type = ElementType.FLOAT;
    private float[] floats = new float[0]; // the first count of them count
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
            addFloat(message.fixed32(), message);
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining()) {
                addFloat(packed.readFloat(), message);
            }
        }
    }

    private void readDoubles(WireReader message) {
        if (message.wireType() == WireReader.FIXED64) {
            addFloat((float) message.readDouble(), message);
        } else {
            WireReader packed = message.message();
            while (packed.hasRemaining()) {
                addFloat((float) packed.readDouble(), message);
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

    private void addFloat(float value, WireReader message) {
        message.budget().countLooseNumber();
        if (count >= floats.length) {
            floats = Arrays.copyOf(floats, Math.max(16, count + (count >> 1)));
        }
        floats[count++] = value;
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
            case FLOAT, DOUBLE, FLOAT16 -> new Tensor.Floats(name, shape, floats(size));
            case UINT8, INT8, INT32, INT64, BOOL -> new Tensor.Longs(name, shape, longs(size));
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

    private float[] floats(int size) {
        if (raw.isEmpty()) {
            // Half floats outside of raw data stand in the field of whole numbers.
            return type == ElementType.FLOAT16 ? halfFloats() : floatsOf(size);
        }
        ByteBuffer bytes = raw(size);
        float[] values = new float[size];
        for (int index = 0; index < size; index++) {
            values[index] = switch (type.bytes()) {
                case Short.BYTES -> Float.float16ToFloat(bytes.getShort());
                case Float.BYTES -> bytes.getFloat();
                default -> (float) bytes.getDouble();
            };
        }
        return values;
    }

    private float[] floatsOf(int size) {
        requireSize(size, floats.length == 0 ? 0 : count);
        return Arrays.copyOf(floats, size);
    }

    private float[] halfFloats() {
        float[] values = new float[count];
        for (int index = 0; index < count && index < longs.length; index++) {
            values[index] = Float.float16ToFloat((short) longs[index]);
        }
        return values;
    }

    private long[] longs(int size) {
        if (raw.isEmpty()) {
            requireSize(size, longs.length == 0 ? 0 : count);
            return Arrays.copyOf(longs, size);
        }
        ByteBuffer bytes = raw(size);
        long[] values = new long[size];
        for (int index = 0; index < size; index++) {
            values[index] = switch (type.bytes()) {
                case Byte.BYTES -> type == ElementType.INT8 ? bytes.get() : bytes.get() & 0xFF;
                case Integer.BYTES -> bytes.getInt();
                default -> bytes.getLong();
            };
        }
        return values;
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
