package slope.onnx.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes one message of protobuf's wire format.
final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

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
        bytes.writeBytes(value);
        return this;
    }

    WireWriter message(int field, Consumer<WireWriter> content) {
        WireWriter message = new WireWriter();
        content.accept(message);
        return bytes(field, message.toByteArray());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
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
