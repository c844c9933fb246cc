package slope.tables;

/// Decimal digits of other scripts than Latin, such as Arabic-Indic, Devanagari or full-width ones.
final class OtherDigits {
    private static final char FIRST = '\u0660'; // of all that are not those of ASCII
    private static final char FIRST_WIDE = '\uff01'; // of the characters of ASCII with the width of Chinese ones
    private static final char LAST_WIDE = '\uff5e';
    private static final int NONE = -1;

    private OtherDigits() {}

    /// A text with the digits of ASCII instead of those of one other script, and its marks with them. It is the same
    /// text if it has no such digits, or those of several scripts.
    static String asLatin(String text) {
        int zero = NONE;
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each >= FIRST && Character.isDigit(each)) {
                int own = each - Character.digit(each, 10);
                if (zero != NONE && zero != own) {
                    return text;
                }
                zero = own;
            }
        }
        return zero == NONE ? text : withZero(text, zero);
    }

    private static String withZero(String text, int zero) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each >= '0' && each <= '9') {
                return text;
            }
            boolean isDigit = each >= zero && each < zero + 10;
            latin.append(isDigit ? (char) ('0' + each - zero) : mark(each));
        }
        return latin.toString();
    }

    private static char mark(char each) {
        return switch (each) {
            case '\u066a' -> '%';
            case '\u066b' -> '.'; // the decimal mark of Arabic
            case '\u066c' -> '’'; // between thousands, and nothing else
            default -> each >= FIRST_WIDE && each <= LAST_WIDE ? (char) (each - FIRST_WIDE + '!') : each;
        };
    }
}
