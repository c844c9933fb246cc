package slope.checkpoint;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// Writes numbers and strings, big-endian, and a checksum of all of them at the end.
final class BinaryOutput {
    /// A buffer for numbers before they are written.
    private static final int CHUNK = 1 << 16;

    private final CheckedOutputStream checked;
    private final DataOutputStream output;

    BinaryOutput(OutputStream file) {
        this.checked = new CheckedOutputStream(file, new CRC32C());
        this.output = new DataOutputStream(new BufferedOutputStream(checked, CHUNK));
    }

    void truth(boolean value) throws IOException {
        output.writeBoolean(value);
    }

    void whole(int value) throws IOException {
        output.writeInt(value);
    }

    void large(long value) throws IOException {
        output.writeLong(value);
    }

    /// Bit by bit, so infinities and NaN are kept too.
    void number(double value) throws IOException {
        output.writeDouble(value);
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    void numbers(float[] values) throws IOException {
        output.writeInt(values.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (float value : values) {
            if (!chunk.hasRemaining()) {
                output.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            chunk.putFloat(value);
        }
        output.write(chunk.array(), 0, chunk.position());
    }

    /// Writes the checksum; nothing may follow it.
    void end() throws IOException {
        output.flush();
        output.writeInt((int) checked.getChecksum().getValue());
        output.flush();
    }
}
