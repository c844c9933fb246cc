package slope.onnx.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Text to [Json], as RFC 8259 has it. Nesting is limited, so hostile text cannot exhaust the stack.
public final class JsonReader {
    /// Far more than any description needs.
    private static final int DEEPEST = 32;

    /// A few bytes of text become a hundred of memory, so their number is bounded too: so many in any text, and one
    /// more
    /// for each 32 bytes of it.
    private static final int VALUES_OF_ANY = 2_000_000;

    private static final int BYTES_OF_A_VALUE = 32;

    /// Lists of numbers alone take eight bytes for each: so many in any text, and one more for each four bytes of it,
    /// which is as long as the shortest that is written.
    private static final int NUMBERS_OF_ANY = 16_000_000;

    private static final int BYTES_OF_A_NUMBER = 4;

    private static final String OF_NUMBERS = "+-.0123456789eE, \t\r\n";

    private final String text;
    private int position;
    private int values;
    private long numbers;

    private JsonReader(String text) {
        this.text = text;
    }

    /// The object that the text is.
    ///
    /// @throws JsonException if it is none
    public static JsonObject readObject(String text) {
        JsonReader reader = new JsonReader(text);
        Json value = reader.value(0);
        reader.skipSpace();
        if (reader.position < text.length() || !(value instanceof JsonObject object)) {
            throw reader.unexpected("one JSON object");
        }
        return object;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw new JsonException("is nested more than %s levels deep".formatted(DEEPEST));
        }
        int most = VALUES_OF_ANY + text.length() / BYTES_OF_A_VALUE;
        if (++values > most) {
            throw new JsonException(
                    String.format(Locale.ROOT, "has more than %,d values, the most that is read of its size", most));
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> items(depth);
            case '"' -> Json.of(string());
            case 't' -> word("true", Json.of(true));
            case 'f' -> word("false", Json.of(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> figure();
        };
    }

    private JsonObject object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        position++;
        skipSpace();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
            }
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new JsonException("has \"%s\" twice".formatted(name));
            }
            skipSpace();
        }
        position++;
        return new JsonObject(members);
    }

    private Json items(int depth) {
        position++;
        skipSpace();
        int count = numbersAhead();
        if (count > 0) {
            return numbers(count);
        }
        List<Json> values = new ArrayList<>();
        while (peek() != ']') {
            if (!values.isEmpty()) {
                expect(',');
            }
            values.add(value(depth + 1));
            skipSpace();
        }
        position++;
        return new Json.Items(values);
    }

    /// How many numbers a list has from here on, or 0 where it has anything else, or nothing.
    private int numbersAhead() {
        int commas = 0;
        int end = position;
        while (end < text.length() && OF_NUMBERS.indexOf(text.charAt(end)) >= 0) {
            commas += text.charAt(end) == ',' ? 1 : 0;
            end++;
        }
        return end > position && end < text.length() && text.charAt(end) == ']' ? commas + 1 : 0;
    }

    /// So many numbers, counted before there is memory for them.
    private Numbers numbers(int count) {
        long most = NUMBERS_OF_ANY + (long) text.length() / BYTES_OF_A_NUMBER;
        numbers += count;
        if (numbers > most) {
            throw new JsonException(
                    String.format(Locale.ROOT, "has more than %,d numbers, the most that is read of its size", most));
        }
        double[] read = new double[count];
        for (int index = 0; index < count; index++) {
            if (index > 0) {
                expect(',');
            }
            skipSpace();
            read[index] = number();
            skipSpace();
        }
        expect(']');
        return Numbers.taking(read);
    }

    private double number() {
        try {
            return Double.parseDouble(figureText());
        } catch (NumberFormatException ignored) {
            throw unexpected("a value");
        }
    }

    private Json word(String word, Json meaning) {
        if (!text.startsWith(word, position)) {
            throw unexpected("a value");
        }
        position += word.length();
        return meaning;
    }

    private String figureText() {
        int start = position;
        while (position < text.length() && "+-.0123456789eE".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private Json figure() {
        String written = figureText();
        try {
            Double.parseDouble(written);
        } catch (NumberFormatException ignored) {
            throw unexpected("a value");
        }
        return new Json.Figure(written);
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(position++);
            string.append(next == '\\' ? escaped() : next);
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        char kind = peek();
        position++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw unexpected("an escaped character");
        };
    }

    private char codeUnit() {
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            int next = Character.digit(peek(), 16);
            if (next < 0) {
                throw unexpected("four hexadecimal digits");
            }
            value = value * 16 + next;
            position++;
        }
        return (char) value;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        position++;
    }

    private char peek() {
        if (position >= text.length()) {
            throw new JsonException("ends in the middle");
        }
        return text.charAt(position);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private JsonException unexpected(String wanted) {
        return new JsonException(
                String.format(Locale.ROOT, "has something else than %s at character %,d", wanted, position + 1));
    }
}
