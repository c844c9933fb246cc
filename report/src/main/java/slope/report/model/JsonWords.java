package slope.report.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;

/// Parts of JSON in words, such as `ignored: sex; missing: n/a, none; day first: born`.
final class JsonWords {
    private static final int DIGITS = 4;

    private JsonWords() {}

    /// The choices of an object, one after the other.
    static String of(Map<?, ?> choices) {
        return choices.entrySet().stream()
                .map(choice -> choice(words(choice.getKey().toString()), choice.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String choice(String name, Object value) {
        return value.equals(true) ? name : name + ": " + value(value);
    }

    /// Names of an object inside stay as they are: they are those of columns or classes.
    static String value(Object value) {
        return switch (value) {
            case Map<?, ?> named ->
                named.entrySet().stream()
                        .map(each -> each.getKey() + " " + value(each.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
            case List<?> values -> values.stream().map(JsonWords::value).collect(Collectors.joining(", "));
            case Double number -> Numerals.significant(number, DIGITS);
            case Object other -> other.toString();
        };
    }

    /// `dayFirst` becomes `day first`.
    private static String words(String key) {
        return key.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
