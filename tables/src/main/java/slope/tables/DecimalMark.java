package slope.tables;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands between the whole part of a number and its decimals. The other of the two, a space,
/// an apostrophe or an underscore may stand between thousands.
public enum DecimalMark {
    /// 1,234.5; also 12,34,567.5.
    POINT('.'),
    /// 1.234,5.
    COMMA(',');

    /// What may stand between thousands whatever the decimal mark is.
    private static final String BETWEEN = "'’_ \u00a0\u2009\u202f";

    private static final int THOUSAND = 3; // digits of a group
    private static final int HUNDRED = 2; // of one in India, but for the last

    private final char mark;

    DecimalMark(char mark) {
        this.mark = mark;
    }

    /// The mark of this text, if it is one.
    public static Optional<DecimalMark> named(String text) {
        return Stream.of(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /// The mark of this name, if it is one.
    public static Optional<DecimalMark> titled(String title) {
        return Stream.of(values()).filter(each -> each.title().equals(title)).findFirst();
    }

    /// Its name, `point` or `comma`.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mark itself.
    public String text() {
        return String.valueOf(mark);
    }

    /// The mark that stands between thousands.
    public DecimalMark thousands() {
        return this == POINT ? COMMA : POINT;
    }

    /// How it writes 1234.5, with a mark between thousands.
    String pattern() {
        return this == POINT ? "1,234.5" : "1.234,5";
    }

    /// Whether a point or a comma stands between some digits.
    static boolean areIn(String digits) {
        return digits.indexOf(POINT.mark) >= 0 || digits.indexOf(COMMA.mark) >= 0;
    }

    /// The number that digits with marks are; NaN if they are none, or too large. Before an exponent, no mark stands
    /// between thousands.
    double value(String digits, String exponent) {
        int place = digits.lastIndexOf(mark);
        int whole = place < 0 ? digits.length() : place;
        boolean isNumber = digits(digits, whole + 1) >= digits.length()
                && (digits(digits, 0) >= whole || (exponent.isEmpty() && isGrouped(digits, whole)));
        return isNumber ? NumberText.of(plain(digits, whole, exponent)) : Double.NaN;
    }

    /// The number without marks between thousands, and with a point.
    private static byte[] plain(String digits, int whole, String exponent) {
        byte[] plain = new byte[digits.length() + exponent.length()];
        int size = 0;
        for (int index = 0; index < digits.length(); index++) {
            if (isDigit(digits.charAt(index))) {
                plain[size++] = (byte) digits.charAt(index);
            } else if (index == whole) {
                plain[size++] = '.';
            }
        }
        for (int index = 0; index < exponent.length(); index++) {
            plain[size++] = (byte) exponent.charAt(index);
        }
        return size == plain.length ? plain : Arrays.copyOf(plain, size);
    }

    /// Whether the same mark stands before each three digits, or between hundreds as in India.
    private boolean isGrouped(String digits, int end) {
        int first = digits(digits, 0);
        if (first == 0 || first > THOUSAND || digits.charAt(0) == '0') {
            return false;
        }
        char between = digits.charAt(first);
        boolean isThousands = thousands().mark == between || BETWEEN.indexOf(between) >= 0;
        boolean isIndian = this == POINT && between == COMMA.mark && first <= HUNDRED;
        for (int place = first; place < end; ) {
            int behind = digits(digits, place + 1);
            int count = behind - place - 1;
            boolean isLast = behind == end;
            boolean isSame = digits.charAt(place) == between && (isLast || behind < end);
            isThousands = isThousands && isSame && count == THOUSAND;
            isIndian = isIndian && isSame && count == (isLast ? THOUSAND : HUNDRED);
            place = behind;
        }
        return isThousands || isIndian;
    }

    /// Behind the digits that come next.
    private static int digits(String text, int start) {
        int index = start;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }
}
