package slope.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of what is written, numbers with their highest byte in front. The streams of the JDK take five times as
/// long: they lock for each number.
final class ContentHash {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    void write(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    void write(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void write(long value) {
        room(Long.BYTES).putLong(value);
    }

    void write(float value) {
        write(Float.floatToIntBits(value));
    }

    void write(double value) {
        write(Double.doubleToLongBits(value));
    }

    /// With its length in front, so that no two lists of words look alike.
    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes.length);
        write(bytes);
    }

    void write(byte[] bytes) {
        if (bytes.length <= buffer.capacity()) {
            room(bytes.length).put(bytes);
        } else {
            digestBuffer();
            digest.update(bytes);
        }
    }

    String hexadecimal() {
        digestBuffer();
        return HexFormat.of().formatHex(digest.digest());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            digestBuffer();
        }
        return buffer;
    }

    private void digestBuffer() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
