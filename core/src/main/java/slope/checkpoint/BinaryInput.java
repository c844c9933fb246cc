package slope.checkpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/// Reads what [BinaryOutput] wrote, after checking that the file is complete and unchanged.
///
/// Allocates nothing for a length before the file is known to have that many bytes left.
final class BinaryInput implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private final DataInputStream input;
    private long left; // bytes before the checksum

    private BinaryInput(DataInputStream input, long left) {
        this.input = input;
        this.left = left;
    }

    /// @throws DamagedCheckpointException if the file does not end with the checksum of its content
    static BinaryInput open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DamagedCheckpointException("is a folder, a device or a pipe"); // opening one may wait for ever
        }
        FileChannel channel = FileChannel.open(file);
        try {
            long content = channel.size() - CHECKSUM_BYTES;
            if (content < 0) {
                throw new DamagedCheckpointException("is too short");
            }
            requireChecksum(channel, content);
            channel.position(0);
            return new BinaryInput(stream(channel), content);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static DataInputStream stream(FileChannel channel) {
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), CHUNK));
    }

    private static void requireChecksum(FileChannel channel, long content) throws IOException {
        DataInputStream bytes = stream(channel);
        CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32C());
        byte[] chunk = new byte[CHUNK];
        for (long rest = content; rest > 0; ) {
            int read = checked.read(chunk, 0, (int) Math.min(rest, CHUNK));
            if (read < 0) {
                throw new DamagedCheckpointException("became shorter while it was read");
            }
            rest -= read;
        }
        if (bytes.readInt() != (int) checked.getChecksum().getValue()) {
            throw new DamagedCheckpointException("does not match its checksum");
        }
    }

    boolean truth() throws IOException {
        take(1);
        return input.readBoolean();
    }

    int whole() throws IOException {
        take(Integer.BYTES);
        return input.readInt();
    }

    long large() throws IOException {
        take(Long.BYTES);
        return input.readLong();
    }

    double number() throws IOException {
        take(Double.BYTES);
        return input.readDouble();
    }

    String text() throws IOException {
        return new String(bytes(count(1)), StandardCharsets.UTF_8);
    }

    float[] numbers() throws IOException {
        int count = count(Float.BYTES);
        float[] values = new float[count];
        for (int index = 0; index < count; ) {
            int part = Math.min(count - index, CHUNK / Float.BYTES);
            ByteBuffer.wrap(bytes(part * Float.BYTES)).asFloatBuffer().get(values, index, part);
            index += part;
        }
        return values;
    }

    /// The number of elements that follow.
    ///
    /// @param least bytes that each element takes at least
    int count(int least) throws IOException {
        int count = whole();
        if (count < 0 || (long) count * least > left) {
            throw new DamagedCheckpointException("claims %s elements that it does not hold".formatted(count));
        }
        return count;
    }

    /// @throws DamagedCheckpointException if bytes are left over
    void requireEnd() throws IOException {
        if (left > 0) {
            throw new DamagedCheckpointException("has %s bytes too many".formatted(left));
        }
    }

    private byte[] bytes(int length) throws IOException {
        take(length);
        byte[] bytes = new byte[length];
        input.readFully(bytes);
        return bytes;
    }

    private void take(int bytes) throws IOException {
        if (bytes > left) {
            throw new DamagedCheckpointException("ends too early");
        }
        left -= bytes;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
