package slope.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts as UTF-8. Half a pair of surrogates, which JSON may hold, has three bytes of its own.
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXING = 0x9E3779B97F4A7C15L; // odd, with ones and zeros everywhere
    private static final char UNREADABLE = '\uFFFD'; // stands for bytes that Java takes for no character
    private static final int SIX_BITS = 0x3F;

    private Utf8() {}

    static byte[] bytes(String text) {
        return hasHalf(text) ? bytesOfEach(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return text.indexOf(UNREADABLE) < 0 ? text : textOfEach(bytes, start, end);
    }

    /// Tells texts apart.
    static int hash(byte[] bytes, int start, int end) {
        long hash = (long) end - start;
        for (int index = start; index < end; index += Long.BYTES) {
            hash = (hash ^ upToEight(bytes, index, end)) * MIXING;
            hash ^= hash >>> 32;
        }
        return (int) ((hash * MIXING) >>> 32); // so that its low bits too depend on the last byte
    }

    /// Whether two texts of this length are the same.
    static boolean areEqual(byte[] one, int start, byte[] other, int otherStart, int length) {
        for (int passed = 0; passed < length; passed += Long.BYTES) {
            if (upToEight(one, start + passed, start + length)
                    != upToEight(other, otherStart + passed, otherStart + length)) {
                return false;
            }
        }
        return true;
    }

    /// The next bytes before the end, eight at most, and zeros behind them. This has no branch, which
    /// most texts would take in one direction until one at the end of an array takes the other.
    ///
    /// @param bytes eight or more
    /// @param end behind the start
    static long upToEight(byte[] bytes, int start, int end) {
        int place = Math.min(start, bytes.length - Long.BYTES);
        long word = (long) EIGHT.get(bytes, place) >>> (Byte.SIZE * (start - place));
        return word & (-1L >>> (Long.SIZE - Byte.SIZE * Math.min(Long.BYTES, end - start)));
    }

    /// The bytes, or eight with zeros at their end.
    static byte[] eightOrMore(byte[] bytes) {
        return bytes.length < Long.BYTES ? Arrays.copyOf(bytes, Long.BYTES) : bytes;
    }

    private static boolean hasHalf(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return text.codePoints().anyMatch(Utf8::isHalf);
            }
        }
        return false;
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static byte[] bytesOfEach(String text) {
        byte[] bytes = new byte[3 * text.length()];
        int[] size = {0};
        text.codePoints().forEach(character -> {
            byte[] each = isHalf(character)
                    ? new byte[] {
                        (byte) (0xE0 | (character >> 12)),
                        (byte) (0x80 | ((character >> 6) & SIX_BITS)),
                        (byte) (0x80 | (character & SIX_BITS))
                    }
                    : Character.toString(character).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(each, 0, bytes, size[0], each.length);
            size[0] += each.length;
        });
        return Arrays.copyOf(bytes, size[0]);
    }

    private static String textOfEach(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int index = start;
        while (index < end) {
            int first = bytes[index++];
            int more = first >= 0 ? 0 : (first & 0xFF) < 0xE0 ? 1 : (first & 0xFF) < 0xF0 ? 2 : 3;
            int character = first >= 0 ? first : first & (SIX_BITS >> more);
            for (int behind = 0; behind < more; behind++) {
                character = (character << 6) | (bytes[index++] & SIX_BITS);
            }
            text.appendCodePoint(character);
        }
        return text.toString();
    }
}
