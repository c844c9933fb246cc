package slope.serve.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slope.serve.http.HttpException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A tensor as a request's JSON has it: an input with its data or the length of them, or an output.
///
/// @param name its name
/// @param datatype as it is written
/// @param shape its dimensions
/// @param data the values, flat; empty if there is no such key
/// @param parameters those that are no objects
record TensorText(
        String name,
        Optional<String> datatype,
        List<Long> shape,
        Optional<List<@Nullable Object>> data,
        Map<String, Object> parameters) {

    /// Reads one, from its opening brace to its closing one.
    ///
    /// @param mostValues more are refused
    static TensorText read(JsonParser parser, int mostValues) {
        Optional<String> name = Optional.empty();
        Optional<String> datatype = Optional.empty();
        List<Long> shape = List.of();
        Optional<List<@Nullable Object>> data = Optional.empty();
        Map<String, Object> parameters = Map.of();
        HttpException.require(
                parser.currentToken() == JsonToken.START_OBJECT, () -> "each tensor has to be an object with a name");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value == JsonToken.VALUE_NULL ? "" : key) { // some clients write what they leave out as null
                case "name" -> name = Optional.of(text(parser, value, "name"));
                case "datatype" -> datatype = Optional.of(text(parser, value, "datatype"));
                case "shape" -> shape = shape(parser, value);
                case "data" -> data = Optional.of(data(parser, value, mostValues));
                case "parameters" -> parameters = parameters(parser, value);
                default -> parser.skipChildren();
            }
        }
        String named = name.orElseThrow(() -> new HttpException(400, "each tensor needs a name"));
        return new TensorText(named, datatype, shape, data, parameters);
    }

    private static String text(JsonParser parser, JsonToken value, String key) {
        HttpException.require(value == JsonToken.VALUE_STRING, () -> "\"%s\" has to be text".formatted(key));
        return parser.getString();
    }

    private static List<Long> shape(JsonParser parser, JsonToken value) {
        HttpException.require(value == JsonToken.START_ARRAY, () -> "\"shape\" has to be a list such as [1]");
        List<Long> shape = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isLength = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            HttpException.require(
                    isLength && shape.size() < 16, () -> "\"shape\" has to be a list of whole numbers such as [1]");
            shape.add(parser.getLongValue());
        }
        return shape;
    }

    /// The values of nested lists one after another.
    private static List<@Nullable Object> data(JsonParser parser, JsonToken begin, int most) {
        HttpException.require(begin == JsonToken.START_ARRAY, () -> "\"data\" has to be a list");
        List<@Nullable Object> values = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> depth--;
                case VALUE_NULL -> values.add(null);
                case VALUE_TRUE, VALUE_FALSE -> values.add(token == JsonToken.VALUE_TRUE);
                case VALUE_STRING -> values.add(parser.getString());
                case VALUE_NUMBER_INT -> values.add(parser.getNumberValue());
                case VALUE_NUMBER_FLOAT -> values.add(parser.getDoubleValue());
                case null, default ->
                    throw new HttpException(400, "\"data\" have to be numbers, text, true, false or null");
            }
            if (values.size() > most) {
                throw new HttpException(413, "a request may have %s rows; send fewer at once".formatted(most));
            }
        }
        return values;
    }

    /// The parameters; other clients may send any, so those that nothing is known of are not looked at.
    static Map<String, Object> parameters(JsonParser parser, JsonToken begin) {
        HttpException.require(begin == JsonToken.START_OBJECT, () -> "\"parameters\" have to be an object");
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_TRUE -> parameters.put(key, true);
                case VALUE_FALSE -> parameters.put(key, false);
                case VALUE_NUMBER_INT -> parameters.put(key, parser.getNumberValue());
                case VALUE_NUMBER_FLOAT -> parameters.put(key, parser.getDoubleValue());
                case VALUE_STRING -> parameters.put(key, parser.getString());
                default -> parser.skipChildren();
            }
        }
        return parameters;
    }

    /// A parameter that is true or false.
    static Optional<Boolean> truth(Map<String, Object> parameters, String name) {
        Object value = parameters.get(name);
        HttpException.require(
                value == null || value instanceof Boolean,
                () -> "the parameter \"%s\" has to be true or false".formatted(name));
        return Optional.ofNullable((Boolean) value);
    }

    /// The length of the binary data, if they are binary.
    Optional<Integer> binaryBytes() {
        Object bytes = parameters.get("binary_data_size");
        HttpException.require(
                bytes == null || (bytes instanceof Integer length && length >= 0),
                () -> "the binary_data_size of \"%s\" has to be a number of bytes".formatted(name));
        return Optional.ofNullable((Integer) bytes);
    }
}
