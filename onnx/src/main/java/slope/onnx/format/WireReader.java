package slope.onnx.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads one message of protobuf's wire format, field after field, out of bytes in memory.
///
///     while (message.next()) {
///         switch (message.field()) {
///             case 1 -> name = message.text();
///             default -> message.skip();
///         }
///     }
///
/// Nothing is allocated for what a length claims before the bytes are known to be there.
/// (Format: protobuf.dev/programming-guides/encoding.)
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final ByteBuffer bytes; // little-endian, from its position to its limit
    private final ReadingBudget budget;
    private int field;
    private int wireType;

    private WireReader(ByteBuffer bytes, ReadingBudget budget) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.budget = budget;
    }

    static WireReader of(byte[] bytes) {
        return new WireReader(ByteBuffer.wrap(bytes), new ReadingBudget(bytes.length));
    }

    /// Goes to the next field, if there is one.
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long key = readVarint();
        wireType = (int) (key & 7);
        if (key >>> 3 == 0 || key >>> 3 >= 1 << 29) {
            throw new OnnxException("is damaged: a field has no number");
        }
        field = (int) (key >>> 3);
        return true;
    }

    /// The field's number.
    int field() {
        return field;
    }

    /// How the field is written.
    int wireType() {
        return wireType;
    }

    ReadingBudget budget() {
        return budget;
    }

    /// Whether bytes are left.
    boolean hasRemaining() {
        return bytes.hasRemaining();
    }

    long varint() {
        require(VARINT);
        return readVarint();
    }

    float fixed32() {
        require(FIXED32);
        return readFloat();
    }

    WireReader message() {
        budget.countPart();
        return new WireReader(bytes(), budget);
    }

    String text() {
        budget.countPart();
        try {
            // As many characters as bytes are enough; the decoder's own estimate is a float, which long texts exceed.
            ByteBuffer encoded = bytes();
            CharBuffer text = CharBuffer.allocate(encoded.remaining());
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(encoded, text, true);
            if (result.isError()) {
                result.throwException();
            }
            return text.flip().toString();
        } catch (CharacterCodingException ignored) {
            throw new OnnxException("is damaged: a name or word is not UTF-8");
        }
    }

    /// The field's bytes, not copied.
    ByteBuffer bytes() {
        require(BYTES);
        long length = readVarint();
        if (length < 0 || length > bytes.remaining()) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "is damaged or cut off: a part claims %s bytes, and %,d are left",
                    Long.toUnsignedString(length),
                    bytes.remaining()));
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Passes the field by.
    void skip() {
        switch (wireType) {
            case VARINT -> readVarint();
            case FIXED64 -> readDouble();
            case BYTES -> bytes();
            case FIXED32 -> readFloat();
            default -> throw new OnnxException("is damaged: a field is of no known kind");
        }
    }

    /// The next number, at most ten bytes of seven bits each.
    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            requireLeft(1);
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new OnnxException("is damaged: a number has more than ten bytes");
    }

    float readFloat() {
        requireLeft(Float.BYTES);
        return bytes.getFloat();
    }

    double readDouble() {
        requireLeft(Double.BYTES);
        return bytes.getDouble();
    }

    private void require(int wanted) {
        if (wireType != wanted) {
            throw new OnnxException("is damaged: field %s is of another kind than it should be".formatted(field));
        }
    }

    private void requireLeft(int count) {
        if (bytes.remaining() < count) {
            throw new OnnxException("is cut off in the middle of a number");
        }
    }
}
