package slope.tables;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands between the whole part of a number and its decimals. The other of the two, a space,
/// an apostrophe or an underscore may stand between thousands.
public enum DecimalMark {
    /// 1,234.5; also 12,34,567.5.
    POINT('.', "[1-9]\\d{0,2}([,'’_ \\u00a0\\u2009\\u202f])\\d{3}(\\1\\d{3})*|[1-9]\\d?(,\\d{2})+,\\d{3}"),
    /// 1.234,5.
    COMMA(',', "[1-9]\\d{0,2}([.'’_ \\u00a0\\u2009\\u202f])\\d{3}(\\1\\d{3})*");

    private final char mark;
    private final Pattern grouped;

    DecimalMark(char mark, String grouped) {
        this.mark = mark;
        this.grouped = Pattern.compile(grouped);
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

    /// The number that digits with marks are; NaN if they are none, or too large. Before an exponent, no mark stands
    /// between thousands.
    double value(String digits, String exponent) {
        int place = digits.lastIndexOf(mark);
        String whole = place < 0 ? digits : digits.substring(0, place);
        String decimals = place < 0 ? "" : digits.substring(place + 1);
        boolean isNumber = digits(decimals).length() == decimals.length()
                && (digits(whole).length() == whole.length()
                        || (exponent.isEmpty() && grouped.matcher(whole).matches()));
        if (!isNumber || digits.isEmpty()) {
            return Double.NaN;
        }
        double value = Double.parseDouble("0" + digits(whole) + "." + decimals + "0" + exponent);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /// The digits alone.
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each >= '0' && each <= '9') {
                digits.append(each);
            }
        }
        return digits.toString();
    }
}
