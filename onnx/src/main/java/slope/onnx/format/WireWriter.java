package slope.onnx.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Writes one message of protobuf's wire format. What is large is not copied from message to message, only once at the
/// end.
final class WireWriter {
    private static final int LARGE = 1 << 14;

    private final List<byte[]> pieces = new ArrayList<>(0); // what stands before `bytes`
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long piecesSize;

    WireWriter varint(int field, long value) {
        key(field, WireReader.VARINT);
        writeVarint(value);
        return this;
    }

    WireWriter fixed32(int field, float value) {
        key(field, WireReader.FIXED32);
        writeFloat(value);
        return this;
    }

    WireWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    WireWriter bytes(int field, byte[] value) {
        key(field, WireReader.BYTES);
        writeVarint(value.length);
        append(value);
        return this;
    }

    WireWriter message(int field, Consumer<WireWriter> content) {
        WireWriter message = new WireWriter();
        content.accept(message);
        key(field, WireReader.BYTES);
        writeVarint(message.size());
        message.pieces.forEach(this::append);
        append(message.bytes.toByteArray());
        return this;
    }

    /// How many bytes there are so far.
    long size() {
        return piecesSize + bytes.size();
    }

    /// All bytes.
    ///
    /// @throws OnnxException if they are more than is read of a file
    byte[] toByteArray() {
        if (size() > Limits.FILE_BYTES) {
            throw new OnnxException(String.format(
                    Locale.ROOT,
                    "would take %,d MB, more than the %,d MB that are read of a file",
                    size() >> 20,
                    Limits.FILE_BYTES >> 20));
        }
        byte[] all = new byte[(int) size()];
        int place = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, place, piece.length);
            place += piece.length;
        }
        System.arraycopy(bytes.toByteArray(), 0, all, place, bytes.size());
        return all;
    }

    private void append(byte[] value) {
        if (value.length < LARGE) {
            bytes.writeBytes(value);
            return;
        }
        addPiece(bytes.toByteArray());
        bytes.reset();
        addPiece(value);
    }

    private void addPiece(byte[] piece) {
        pieces.add(piece);
        piecesSize += piece.length;
    }

    private void key(int field, int wireType) {
        writeVarint(((long) field << 3) | wireType);
    }

    private void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private void writeFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(bits >>> shift);
        }
    }
}
