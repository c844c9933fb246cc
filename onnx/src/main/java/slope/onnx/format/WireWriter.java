package slope.onnx.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes one message of protobuf's wire format into a stream, through a small buffer. The size of a message stands
/// before its content, so the content is counted and then written: nothing is kept.
final class WireWriter {
    private final OutputStream stream;
    private final ByteBuffer buffer;
    private final boolean counts; // instead of writing
    private long size;

    private WireWriter(OutputStream stream, int bufferBytes, boolean counts) {
        this.stream = stream;
        this.buffer = ByteBuffer.allocate(bufferBytes).order(ByteOrder.LITTLE_ENDIAN);
        this.counts = counts;
    }

    /// Writes a message.
    ///
    /// @throws UncheckedIOException if the stream does not take it
    static void write(Consumer<WireWriter> content, OutputStream stream) {
        WireWriter writer = new WireWriter(stream, 1 << 14, false);
        content.accept(writer);
        writer.flush();
    }

    /// The size of a message.
    static long sizeOf(Consumer<WireWriter> content) {
        WireWriter counter = new WireWriter(OutputStream.nullOutputStream(), 16, true);
        content.accept(counter);
        counter.flush();
        return counter.size;
    }

    WireWriter varint(int field, long value) {
        key(field, WireReader.VARINT);
        writeVarint(value);
        return this;
    }

    WireWriter fixed32(int field, float value) {
        key(field, WireReader.FIXED32);
        room(Float.BYTES).putFloat(value);
        return this;
    }

    WireWriter text(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return bytes(field, bytes.length, raw -> raw.writeBytes(bytes));
    }

    WireWriter message(int field, Consumer<WireWriter> content) {
        return bytes(field, sizeOf(content), content);
    }

    /// A field of so many bytes.
    WireWriter bytes(int field, long length, Consumer<WireWriter> content) {
        key(field, WireReader.BYTES);
        writeVarint(length);
        if (counts) {
            size += length;
        } else {
            content.accept(this);
        }
        return this;
    }

    /// Room in the buffer, to be filled at once; for content of [#bytes].
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void writeBytes(byte[] bytes) {
        if (bytes.length <= buffer.capacity()) {
            room(bytes.length).put(bytes);
        } else {
            flush();
            write(bytes, bytes.length);
        }
    }

    private void flush() {
        write(buffer.array(), buffer.position());
        buffer.clear();
    }

    private void write(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        size += length;
    }

    private void key(int field, int wireType) {
        writeVarint(((long) field << 3) | wireType);
    }

    private void writeVarint(long value) {
        room(10); // at most as many: seven bits in each
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }
}
