package slope.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as people read them, the same in every text and every country. Nothing here uses `String.format`, whose
/// first call costs more time than all of a lesson's text.
public final class Numerals {
    /// From here a number is written with an exponent, because nobody counts more digits.
    private static final double LARGE = 1e7;

    /// Below, a number has more zeros than digits.
    private static final double SMALL = 1e-4;

    private static final double THOUSAND = 1000;

    private Numerals() {}

    /// A measured number: four decimals, groups of three digits and one decimal from a thousand on, four
    /// digits below a thousandth; a dash for NaN.
    public static String score(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "–";
        }
        if (size >= THOUSAND && size < LARGE) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
            String digits = rounded.abs().toPlainString();
            String grouped = count(Long.parseLong(digits.substring(0, digits.length() - 2)));
            return (value < 0 ? "-" : "") + grouped + digits.substring(digits.length() - 2);
        }
        return value == 0 || (size >= 1 / THOUSAND && size < THOUSAND) ? fixed(value, 4) : significant(value, 4);
    }

    /// Every digit, so that a computation can be repeated: `12`, `0.1` or `1.5e-05`.
    public static String exact(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        return value == 0 || (size >= SMALL && size < 1e15)
                ? digits.toPlainString()
                : scientific(value, digits.precision() - 1);
    }

    /// Every digit, a number below 0 in brackets, as behind a minus sign.
    public static String inFormula(double value) {
        return value < 0 ? "(" + exact(value) + ")" : exact(value);
    }

    /// Such as `0.3405`, `-2.0000` or, from ten million on, `1.23e15`.
    ///
    /// @param decimals digits behind the point
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (Math.abs(value) >= LARGE) {
            return scientific(value);
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /// Three digits and an exponent, such as `8.22e-09`; `0` for zero.
    public static String scientific(double value) {
        return scientific(value, 2);
    }

    /// The same with other digits behind the point.
    public static String scientific(double value, int decimals) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal digits = rounded.scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_EVEN);
        String power = Integer.toString(Math.abs(exponent));
        return digits.toPlainString() + (exponent < 0 ? "e-" : "e") + (power.length() < 2 ? "0" + power : power);
    }

    /// So many digits at most, without zeros at the end, such as `0.15`, `2346.76` or `1.23e-05`; an exponent
    /// below a ten-thousandth and from ten million on.
    public static String significant(double value, int digits) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || value == 0 || size < SMALL || size >= LARGE) {
            return scientific(value, digits - 1).replaceFirst("\\.?0+(?=e)", "");
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Whole numbers in groups of three digits, such as `100,000`.
    public static String count(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        int first = value < 0 ? 1 : 0;
        for (int place = digits.length() - 3; place > first; place -= 3) {
            digits.insert(place, ',');
        }
        return digits.toString();
    }
}
