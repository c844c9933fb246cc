package slope.onnx.json;

import java.util.Iterator;
import java.util.Map;

/// [Json] to text on one line; the same value gives the same text.
public final class JsonWriter {
    private JsonWriter() {}

    public static String write(Json value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Json value, StringBuilder text) {
        switch (value) {
            case Json.Text(String word) -> writeQuoted(word, text);
            case Json.Figure(String written) -> text.append(written);
            case Json.Truth(boolean truth) -> text.append(truth);
            case Json.Nothing ignored -> text.append("null");
            case Json.Items items -> {
                text.append('[');
                for (Iterator<Json> each = items.values().iterator(); each.hasNext(); ) {
                    write(each.next(), text);
                    text.append(each.hasNext() ? "," : "");
                }
                text.append(']');
            }
            case Numbers numbers -> {
                text.append('[');
                for (int index = 0; index < numbers.size(); index++) {
                    text.append(index > 0 ? "," : "").append(numbers.at(index));
                }
                text.append(']');
            }
            case JsonObject object -> writeMembers(object, text);
        }
    }

    private static void writeMembers(JsonObject object, StringBuilder text) {
        text.append('{');
        for (Iterator<Map.Entry<String, Json>> each =
                        object.members().entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<String, Json> member = each.next();
            writeQuoted(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            text.append(each.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private static void writeQuoted(String word, StringBuilder text) {
        text.append('"');
        for (int index = 0; index < word.length(); index++) {
            char character = word.charAt(index);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                // Surrogates too: a broken pair would not survive the way through UTF-8.
                text.append("\\u%04x".formatted((int) character));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }
}
