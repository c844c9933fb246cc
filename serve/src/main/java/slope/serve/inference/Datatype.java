package slope.serve.inference;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.table.ColumnKind;

/// A datatype of the protocol.
enum Datatype {
    BOOL(1),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    UINT64(8),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    FP16(2),
    BF16(2),
    FP32(4),
    FP64(8),
    /// Text in UTF-8; in binary each begins with its length, four bytes.
    BYTES(0);

    private static final BigInteger TWO = BigInteger.TWO;

    private final int bytes;

    Datatype(int bytes) {
        this.bytes = bytes;
    }

    static Optional<Datatype> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /// What a column of a model is told to be.
    static Datatype of(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> FP64;
            case BOOLEAN -> BOOL;
            case CATEGORY, DATE -> BYTES;
        };
    }

    /// The length of one value in binary; 0 where each has its own.
    int bytes() {
        return bytes;
    }

    boolean isFloat() {
        return this == FP16 || this == BF16 || this == FP32 || this == FP64;
    }

    /// Whether JSON has no form for it.
    boolean isBinaryOnly() {
        return this == FP16 || this == BF16;
    }

    private boolean isUnsigned() {
        return this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
    }

    /// Whether a whole number is one of this datatype.
    boolean holds(BigInteger number) {
        int bits = 8 * bytes - (isUnsigned() ? 0 : 1);
        BigInteger least = isUnsigned() ? BigInteger.ZERO : TWO.pow(bits).negate();
        return number.compareTo(least) >= 0 && number.compareTo(TWO.pow(bits)) < 0;
    }

    /// The next value of a buffer, little-endian: a [Boolean], [Double], [Long] or [BigInteger].
    Object next(ByteBuffer buffer) {
        return switch (this) {
            case BOOL -> buffer.get() != 0;
            case UINT8 -> (long) Byte.toUnsignedInt(buffer.get());
            case UINT16 -> (long) Short.toUnsignedInt(buffer.getShort());
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt());
            case UINT64 -> new BigInteger(Long.toUnsignedString(buffer.getLong()));
            case INT8 -> (long) buffer.get();
            case INT16 -> (long) buffer.getShort();
            case INT32 -> (long) buffer.getInt();
            case INT64 -> buffer.getLong();
            case FP16 -> (double) Float.float16ToFloat(buffer.getShort());
            case BF16 -> (double) Float.intBitsToFloat(buffer.getShort() << 16);
            case FP32 -> (double) buffer.getFloat();
            case FP64 -> buffer.getDouble();
            case BYTES -> throw new IllegalStateException("text has no fixed length");
        };
    }
}
