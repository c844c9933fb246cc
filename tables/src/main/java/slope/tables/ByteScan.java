package slope.tables;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for bytes in text, eight at a time.
final class ByteScan {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;
    private static final long ZEROS = '0' * ONES;
    private static final long ABOVE_NINE = 0x46 * ONES; // what is more than '9' gets a high bit

    /// Of eight digits, two pairs in each half, and their weights.
    private static final long PAIRS = 0x000000FF000000FFL;
    private static final long HUNDREDS = 100 + (1000000L << 32);
    private static final long ONES_OF_HUNDREDS = 1 + (10000L << 32);

    private ByteScan() {}

    /// Whether the byte is there.
    static boolean has(byte value, byte[] bytes, int start, int end) {
        return next(value, bytes, start, end) < end;
    }

    /// Where the byte is next; the end if it is not there.
    static int next(byte value, byte[] bytes, int start, int end) {
        long pattern = value * ONES;
        int index = start;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            long found = firstZero((long) EIGHT.get(bytes, index) ^ pattern);
            if (found != 0) {
                return index + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (index < end && bytes[index] != value) {
            index++;
        }
        return index;
    }

    /// Where a delimiter or a line end is next; the end if there is none.
    static int nextStop(byte delimiter, byte[] bytes, int start, int end) {
        long pattern = delimiter * ONES;
        int index = start;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            long word = (long) EIGHT.get(bytes, index);
            long found = firstZero(word ^ pattern) | firstZero(word ^ LINE_FEEDS) | firstZero(word ^ RETURNS);
            if (found != 0) {
                return index + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (index < end && bytes[index] != delimiter && bytes[index] != '\n' && bytes[index] != '\r') {
            index++;
        }
        return index;
    }

    /// How many of the next bytes, eight at most, are digits; fewer than there are near the end of the array.
    static int digits(byte[] bytes, int start) {
        if (start > bytes.length - Long.BYTES) {
            return 0;
        }
        long word = (long) EIGHT.get(bytes, start);
        long other = ((word + ABOVE_NINE) | (word - ZEROS)) & ~LOW_BITS; // false ones only behind a true one
        return other == 0 ? Long.BYTES : Long.numberOfTrailingZeros(other) >> 3;
    }

    /// The number that some digits are.
    ///
    /// @param count as [#digits] tells, at least 1
    static long number(byte[] bytes, int start, int count) {
        long word = ((long) EIGHT.get(bytes, start) - ZEROS) << (Long.SIZE - 8 * count); // zeros in front
        word = (word * 10) + (word >>> 8); // pairs
        return (((word & PAIRS) * HUNDREDS) + (((word >>> 16) & PAIRS) * ONES_OF_HUNDREDS)) >>> 32;
    }

    /// Where the next byte is that is not of ASCII; the end if there is none.
    static int nextBeyondAscii(byte[] bytes, int start, int end) {
        int index = start;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            long high = (long) EIGHT.get(bytes, index) & ~LOW_BITS;
            if (high != 0) {
                return index + (Long.numberOfTrailingZeros(high) >> 3);
            }
        }
        while (index < end && bytes[index] >= 0) {
            index++;
        }
        return index;
    }

    /// How many line ends there are: LF, CR LF, and CR alone.
    static int lineEnds(byte[] bytes, int start, int end) {
        return has((byte) '\r', bytes, start, end)
                ? lineEndsOfAllKinds(bytes, start, end)
                : count((byte) '\n', bytes, start, end);
    }

    private static int count(byte value, byte[] bytes, int start, int end) {
        long pattern = value * ONES;
        int count = 0;
        int index = start;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            count += Long.bitCount(zeros((long) EIGHT.get(bytes, index) ^ pattern));
        }
        for (; index < end; index++) {
            count += bytes[index] == value ? 1 : 0;
        }
        return count;
    }

    private static int lineEndsOfAllKinds(byte[] bytes, int start, int end) {
        int count = 0;
        byte previous = 0;
        for (int index = start; index < end; index++) {
            byte value = bytes[index];
            if (value == '\r' || (value == '\n' && previous != '\r')) {
                count++;
            }
            previous = value;
        }
        return count;
    }

    /// The high bit of the first byte that is zero, and perhaps of some behind it.
    private static long firstZero(long word) {
        return (word - ONES) & ~word & ~LOW_BITS;
    }

    /// The high bit of each byte that is zero.
    private static long zeros(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }
}
