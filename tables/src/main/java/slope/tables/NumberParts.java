package slope.tables;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text that is a number and what stands around it: `$1,234.50`, `(12 %)`, `<0.5`, `6806*`, `70
/// kg`.
///
/// @param currency before the number; else empty
/// @param unit behind it, also a currency or `%`; else empty. Its plural is the same unit.
/// @param marks signs of bounds before the number and of footnotes behind it
/// @param amount the number itself
record NumberParts(String currency, String unit, String marks, Amount amount) {
    /// Longer texts are none.
    private static final int MOST_CHARACTERS = 40;

    private static final String SPACE = "[\\s\\u00a0\\u2007\\u2009\\u202f]*+";

    private static final Pattern FORM = Pattern.compile(String.join(
            SPACE,
            "",
            "(?<bound>[<>≤≥=~≈±]*)",
            "(?<open>\\()?",
            "(?<minus>[-+−–])?",
            "(?<currency>[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|Rs\\.?|kr\\.?)?",
            "(?<inner>\\()?",
            "(?<second>[-+−–])?",
            "(?<digits>[.,]?\\d(?:[\\d.,'’_ \\u00a0\\u2009\\u202f]*\\d)?)(?<last>[-−](?![\\p{L}\\d]))?",
            "(?<exponent>[eE][-+]?\\d{1,3})?+(?<unit>[\\p{L}\\p{Sc}%‰°µ'\"′″][\\p{L}\\p{Sc}%‰°µ²³/·^.23 \\u00a0-]*?)?",
            "(?<close>\\))?",
            "(?<note>[*†‡+]*)",
            ""));

    private static final Pattern SMALL_BOUNDS = Pattern.compile("[<>≤≥=+].*");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /// Units that are of a scale, so that 500 g and 1 kg cannot be told from numbers alone.
    private static final Set<String> UNITS = Set.of(
            "%",
            "‰", "g", "kg", "mg", "µg", "lb", "oz", "t", "m", "cm", "mm", "km", "mi", "mile", "ft", "in", "inch", "l",
            "ml", "cl", "dl", "L", "mL", "s", "sec", "ms", "min", "minute", "h", "hr", "hour", "day", "week", "month",
            "year", "yr", "second", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "V", "mV", "Wh", "kWh", "J", "kJ",
            "cal", "kcal", "Pa", "hPa", "kPa", "bar", "°C", "°F", "B", "KB", "kB", "MB", "GB", "TB", "k", "K", "M", "G",
            "m²", "m2", "km²", "ha", "acre", "km/h", "mph", "kmpl", "mpg");

    /// The parts of a text, if it is a number.
    static Optional<NumberParts> of(String text) {
        String bare = text.strip();
        if (bare.length() > MOST_CHARACTERS || !mayBegin(bare)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(bare);
        if (!form.matches() || isThere(form, "open") + isThere(form, "inner") != isThere(form, "close")) {
            return Optional.empty();
        }
        String currency = group(form, "currency");
        int minuses = isMinus(form, "minus") + isMinus(form, "second") + isMinus(form, "last") + isThere(form, "close");
        boolean isName = currency.length() == 3
                && currency.chars().allMatch(Character::isUpperCase)
                && !CURRENCIES.contains(currency);
        NumberParts parts = new NumberParts(
                currency,
                singular(group(form, "unit").strip()),
                form.group("bound") + form.group("note"),
                Amount.of(form.group("digits"), group(form, "exponent"), minuses > 0));
        return isName || minuses > 1 || !parts.isNumber() ? Optional.empty() : Optional.of(parts);
    }

    /// Most texts are no numbers, which this tells quickly.
    private static boolean mayBegin(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first >= 'a' && first <= 'z' && !text.startsWith("kr")) {
            return false;
        }
        boolean hasDigit = false;
        for (int index = 0; index < text.length() && !hasDigit; index++) {
            char each = text.charAt(index);
            hasDigit = each >= '0' && each <= '9';
            if (!hasDigit && index > 5) {
                return false; // what stands before a number is short
            }
        }
        return hasDigit;
    }

    private boolean isNumber() {
        return !Double.isNaN(value(DecimalMark.POINT)) || !Double.isNaN(value(DecimalMark.COMMA));
    }

    /// A number with marks between its digits.
    ///
    /// @param digits with the marks
    /// @param withPoint what it is if a point stands before the decimals; NaN if it is none
    /// @param withComma what it is if a comma does
    record Amount(String digits, double withPoint, double withComma) {
        /// @param exponent such as E+05, else empty
        /// @param isNegative by a minus before or behind the number, or by brackets
        static Amount of(String digits, String exponent, boolean isNegative) {
            double sign = isNegative ? -1 : 1;
            return new Amount(
                    digits,
                    sign * DecimalMark.POINT.value(digits, exponent),
                    sign * DecimalMark.COMMA.value(digits, exponent));
        }
    }

    /// The digits with the marks between them.
    String digits() {
        return amount.digits;
    }

    /// The number; NaN if the digits are none with this mark.
    double value(DecimalMark decimal) {
        return decimal == DecimalMark.POINT ? amount.withPoint : amount.withComma;
    }

    /// Whether both marks give a number, and not the same.
    boolean isOpen() {
        double withPoint = value(DecimalMark.POINT);
        double withComma = value(DecimalMark.COMMA);
        return !Double.isNaN(withPoint) && !Double.isNaN(withComma) && withPoint != withComma;
    }

    /// Whether nothing but digits and marks are written.
    boolean isBare() {
        return around().isEmpty() && marks.isEmpty();
    }

    /// What makes amounts of a kind: the currency or the unit.
    String around() {
        return currency + unit;
    }

    /// Whether amounts of another currency or unit are of the same kind, on another scale.
    boolean isOfScale() {
        return isMoney() || UNITS.contains(unit);
    }

    /// Whether they are amounts of money.
    boolean isMoney() {
        return !currency.isEmpty() || isCurrency(unit);
    }

    /// Whether a unit is a currency.
    static boolean isCurrency(String unit) {
        return CURRENCIES.contains(unit) || (!unit.isEmpty() && isCurrencySign(unit));
    }

    /// Whether it is the end of a range, and not a number of its own.
    boolean isBound() {
        return SMALL_BOUNDS.matcher(marks).matches();
    }

    private static boolean isCurrencySign(String unit) {
        return unit.codePoints().allMatch(each -> Character.getType(each) == Character.CURRENCY_SYMBOL);
    }

    private static int isMinus(Matcher form, String group) {
        return group(form, group).equals("+") ? 0 : isThere(form, group);
    }

    private static int isThere(Matcher form, String group) {
        return group(form, group).isEmpty() ? 0 : 1;
    }

    private static String singular(String unit) {
        return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    private static String group(Matcher form, String name) {
        return Optional.ofNullable(form.group(name)).orElse("");
    }
}
