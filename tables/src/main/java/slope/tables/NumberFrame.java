package slope.tables;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands around a number. The numbers of a column have few different ones.
///
/// @param currency before the number; else empty
/// @param unit behind it, also a currency or `%`; else empty. Its plural is the same unit.
/// @param marks signs of bounds before the number and of footnotes behind it
record NumberFrame(String currency, String unit, String marks) {
    static final NumberFrame NONE = new NumberFrame("", "", "");

    private static final String BOUNDS = "<>≤≥=+";

    private static final int CODE_LETTERS = 3; // of a currency

    /// Units that are of a scale, so that 500 g and 1 kg cannot be told from numbers alone.
    private static final Set<String> UNITS = Set.of(
            "%",
            "‰", "g", "kg", "mg", "µg", "lb", "oz", "t", "m", "cm", "mm", "km", "mi", "mile", "ft", "in", "inch", "l",
            "ml", "cl", "dl", "L", "mL", "s", "sec", "ms", "min", "minute", "h", "hr", "hour", "day", "week", "month",
            "year", "yr", "second", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "V", "mV", "Wh", "kWh", "J", "kJ",
            "cal", "kcal", "Pa", "hPa", "kPa", "bar", "°C", "°F", "B", "KB", "kB", "MB", "GB", "TB", "k", "K", "M", "G",
            "m²", "m2", "km²", "ha", "acre", "km/h", "mph", "kmpl", "mpg");

    /// Made when three capital letters stand by a number, and not before.
    private static final class Codes {
        static final Set<String> ALL = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A frame with the singular of a unit.
    static NumberFrame of(String currency, String unit, String marks) {
        boolean isPlural = unit.length() > 2 && unit.endsWith("s");
        String one = isPlural ? unit.substring(0, unit.length() - 1) : unit;
        NumberFrame frame = new NumberFrame(currency, one, marks);
        return frame.isBare() ? NONE : frame;
    }

    /// What makes amounts of a kind: the currency or the unit.
    String around() {
        return currency + unit;
    }

    /// Whether nothing stands around.
    boolean isBare() {
        return currency.isEmpty() && unit.isEmpty() && marks.isEmpty();
    }

    /// Whether amounts of another currency or unit are of the same kind, on another scale.
    boolean isOfScale() {
        return isMoney() || UNITS.contains(unit);
    }

    /// Whether they are amounts of money.
    boolean isMoney() {
        return !currency.isEmpty() || isCurrency(unit);
    }

    /// Whether it is the end of a range, and not a number of its own.
    boolean isBound() {
        return !marks.isEmpty() && BOUNDS.indexOf(marks.charAt(0)) >= 0;
    }

    /// Whether a unit is a currency.
    static boolean isCurrency(String unit) {
        return !unit.isEmpty()
                && (isCode(unit)
                        || unit.codePoints().allMatch(each -> Character.getType(each) == Character.CURRENCY_SYMBOL));
    }

    /// Whether a text is three capital letters that are no currency.
    static boolean isOtherCode(String text) {
        return areCapitals(text) && !isCode(text);
    }

    private static boolean isCode(String text) {
        return areCapitals(text) && Codes.ALL.contains(text);
    }

    private static boolean areCapitals(String text) {
        boolean areCapitals = text.length() == CODE_LETTERS;
        for (int index = 0; index < text.length() && areCapitals; index++) {
            areCapitals = Character.isUpperCase(text.charAt(index));
        }
        return areCapitals;
    }
}
