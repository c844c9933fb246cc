package slope.tables;

/// Finds bytes that are no UTF-8, a whole block at a time.
final class Utf8Scan {
    private static final int FIRST_OF_TWO = 0xC0; // bytes with which characters of two bytes begin, and so on
    private static final int FIRST_OF_THREE = 0xE0;
    private static final int FIRST_OF_FOUR = 0xF0;
    private static final int LAST_OF_FOUR = 0xF4;
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000}; // character by its bytes
    private static final int SIX_BITS = 0x3F;

    private Utf8Scan() {}

    /// Where the first character begins that is none; the end if all bytes are UTF-8.
    static int firstOther(byte[] bytes, int start, int end) {
        int index = ByteScan.nextBeyondAscii(bytes, start, end);
        while (index < end) {
            int length = length(bytes[index] & 0xFF);
            if (length > end - index || !isCharacter(bytes, index, length)) {
                return index;
            }
            index += length;
            if (index < end && bytes[index] >= 0) {
                index = ByteScan.nextBeyondAscii(bytes, index, end);
            }
        }
        return end;
    }

    private static int length(int first) {
        return first < FIRST_OF_THREE ? 2 : first < FIRST_OF_FOUR ? 3 : 4;
    }

    private static boolean isCharacter(byte[] bytes, int start, int length) {
        int first = bytes[start] & 0xFF;
        int character = first & (SIX_BITS >> (length - 1));
        for (int index = start + 1; index < start + length; index++) {
            if ((bytes[index] & ~SIX_BITS) != (byte) 0x80) {
                return false;
            }
            character = (character << 6) | (bytes[index] & SIX_BITS);
        }
        boolean isHalf = length == 3 && character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return first >= FIRST_OF_TWO
                && first <= LAST_OF_FOUR
                && character >= LEAST[length]
                && character <= Character.MAX_CODE_POINT
                && !isHalf;
    }
}
