package slope.tables;

import java.util.Optional;

/// A text that is a number and what stands around it: `$1,234.50`, `(12 %)`, `<0.5`, `6806*`, `70
/// kg`.
///
/// @param digits with the marks between them
/// @param withPoint what it is if a point stands before the decimals; NaN if it is none
/// @param withComma what it is if a comma does
record NumberParts(NumberFrame frame, String digits, double withPoint, double withComma) {
    /// Longer texts are none.
    private static final int MOST_CHARACTERS = 40;

    /// Longer things do not stand before a number.
    private static final int MOST_BEFORE = 6;

    /// The parts of a text, if it is a number.
    static Optional<NumberParts> of(String text) {
        String bare = OtherDigits.asLatin(text.strip());
        return bare.length() <= MOST_CHARACTERS && mayBegin(bare) ? NumberScan.of(bare) : Optional.empty();
    }

    /// Most texts are no numbers, which this tells quickly.
    private static boolean mayBegin(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first >= 'a' && first <= 'z' && !text.startsWith("kr")) {
            return false;
        }
        int end = Math.min(text.length(), MOST_BEFORE + 1);
        int index = 0;
        while (index < end && (text.charAt(index) < '0' || text.charAt(index) > '9')) {
            index++;
        }
        return index < end;
    }

    /// The number of some digits in a frame, if it is one.
    ///
    /// @param exponent such as E+05, else empty
    /// @param isNegative by a minus before or behind the number, or by brackets
    static Optional<NumberParts> of(NumberFrame frame, String digits, String exponent, boolean isNegative) {
        double sign = isNegative ? -1 : 1;
        double withPoint = sign * DecimalMark.POINT.value(digits, exponent);
        double withComma = DecimalMark.areIn(digits) ? sign * DecimalMark.COMMA.value(digits, exponent) : withPoint;
        return Double.isNaN(withPoint) && Double.isNaN(withComma)
                ? Optional.empty()
                : Optional.of(new NumberParts(frame, digits, withPoint, withComma));
    }

    /// The number; NaN if the digits are none with this mark.
    double value(DecimalMark decimal) {
        return decimal == DecimalMark.POINT ? withPoint : withComma;
    }

    /// Whether both marks give a number, and not the same.
    boolean isOpen() {
        return isOpen(withPoint, withComma);
    }

    /// The same of what a number is with each mark.
    static boolean isOpen(double withPoint, double withComma) {
        return !Double.isNaN(withPoint) && !Double.isNaN(withComma) && withPoint != withComma;
    }
}
