package slope.tables;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/// Reads numbers as text files write them: digits, perhaps with a sign, a decimal point and an exponent, and blanks
/// around them.
final class NumberText {
    /// What is no finite number.
    static final double NONE = Double.NaN;

    /// More might not fit into a long.
    private static final int MOST_DIGITS = 18;

    /// Whole numbers up to here, and small powers of ten, are doubles; so their quotient is rounded once.
    static final long EXACT = 1L << 53;

    private static final int MOST_EXACT_DIGITS = 15; // which any number keeps

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };
    private static final long[] WHOLE_POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private NumberText() {}

    /// The number that a text is, or [#NONE].
    static double of(byte[] text) {
        return of(text, 0, text.length);
    }

    /// The same of a part of some bytes.
    static double of(byte[] bytes, int start, int end) {
        if (start < end && isWord(bytes[start])) {
            return NONE;
        }
        int index = start;
        boolean negative = false;
        if (index < end && (bytes[index] == '-' || bytes[index] == '+')) {
            negative = bytes[index++] == '-';
        }
        int first = index;
        int whole = Math.min(ByteScan.digits(bytes, index), end - index);
        index += whole;
        long digits = whole == 0 ? 0 : ByteScan.number(bytes, first, whole);
        int decimals = 0;
        if (index < end && bytes[index] == '.') {
            index++;
            int count = Math.min(ByteScan.digits(bytes, index), end - index);
            while (count > 0 && whole + decimals + count <= MOST_DIGITS) {
                digits = digits * WHOLE_POWERS[count] + ByteScan.number(bytes, index, count);
                index += count;
                decimals += count;
                count = Math.min(ByteScan.digits(bytes, index), end - index);
            }
        }
        if (index < end || whole + decimals == 0 || digits > EXACT) {
            double value = unusual(bytes, start, end);
            return Double.isInfinite(value) ? NONE : value;
        }
        double size = digits / POWERS[decimals];
        return negative ? -size : size;
    }

    /// Whether a text that begins so is no number, which one look tells of most.
    static boolean isWord(byte first) {
        return (first & 0xFF) > '9';
    }

    /// Whether a number is written with a zero before other digits and nothing else, as postal codes are.
    static boolean isCode(byte[] bytes, int start, int end) {
        return end - start > 1
                && bytes[start] == '0'
                && bytes[start + 1] != '.'
                && digits(bytes, start, end) == end - start;
    }

    /// Whether a number is digits alone, perhaps with a minus, as the number itself is written.
    static boolean isWhole(byte[] bytes, int start, int end) {
        int first = bytes[start] == '-' ? start + 1 : start;
        boolean isPlain = bytes[first] > '0' || (bytes[first] == '0' && end - start == 1);
        return isPlain && end - first <= MOST_EXACT_DIGITS && digits(bytes, first, end) == end - first;
    }

    /// Whether a text has the form of a number that is too large for a double.
    static boolean isInfinite(byte[] text) {
        return Double.isInfinite(unusual(text, 0, text.length));
    }

    /// With blanks, an exponent or many digits.
    private static double unusual(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        return isNumber(bytes, from, to) ? JavaDoubleParser.parseDouble(bytes, from, to - from) : NONE;
    }

    private static boolean isNumber(byte[] bytes, int start, int end) {
        int index = start;
        if (index < end && (bytes[index] == '-' || bytes[index] == '+')) {
            index++;
        }
        int whole = digits(bytes, index, end);
        index += whole;
        int decimals = 0;
        if (index < end && bytes[index] == '.') {
            decimals = digits(bytes, index + 1, end);
            index += 1 + decimals;
        }
        if (whole + decimals > 0 && index < end && (bytes[index] == 'e' || bytes[index] == 'E')) {
            index++;
            if (index < end && (bytes[index] == '-' || bytes[index] == '+')) {
                index++;
            }
            int exponent = digits(bytes, index, end);
            index = exponent == 0 ? start - 1 : index + exponent;
        }
        return whole + decimals > 0 && index == end;
    }

    /// How many digits come next.
    private static int digits(byte[] bytes, int start, int end) {
        int index = start;
        for (int count = Long.BYTES; count == Long.BYTES && index < end; index += count) {
            count = ByteScan.digits(bytes, index);
        }
        while (index < end && bytes[index] >= '0' && bytes[index] <= '9') {
            index++;
        }
        return Math.min(index, end) - start;
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || (value >= '\t' && value <= '\r');
    }
}
