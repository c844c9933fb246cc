package slope.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the JSON of golden files: objects, arrays, numbers, words, true and false; null is
/// [#NULL].
final class Json {
    static final Object NULL = new Object();

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private Object value() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> word();
            default -> literal();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (!ends('}')) {
            String name = word();
            ends(':');
            object.put(name, value());
            ends(',');
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (!ends(']')) {
            array.add(value());
            ends(',');
        }
        return array;
    }

    private String word() {
        int start = ++at;
        int end = text.indexOf('"', start);
        String word = text.substring(start, end);
        if (word.contains("\\")) {
            throw new IllegalArgumentException("golden files have no escaped letters, as in " + word);
        }
        at = end + 1;
        return word;
    }

    private Object literal() {
        int start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String literal = text.substring(start, at);
        return switch (literal) {
            case "true" -> 1.0;
            case "false" -> 0.0;
            case "null" -> NULL;
            default -> Double.valueOf(literal);
        };
    }

    /// Whether the next sign is this one, which is then passed.
    private boolean ends(char sign) {
        skipSpace();
        if (text.charAt(at) != sign) {
            return false;
        }
        at++;
        skipSpace();
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
