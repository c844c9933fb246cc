package slope.onnx.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object: members by name, in order. It never changes; [#with] makes a longer one.
///
/// @param members by name
public record JsonObject(Map<String, Json> members) implements Json {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// An object without members, to begin with.
    public static JsonObject empty() {
        return new JsonObject(Map.of());
    }

    /// This object and one member more.
    public JsonObject with(String name, Json value) {
        Map<String, Json> longer = new LinkedHashMap<>(members);
        longer.put(name, value);
        return new JsonObject(longer);
    }

    public JsonObject with(String name, String value) {
        return with(name, Json.of(value));
    }

    public JsonObject with(String name, long value) {
        return with(name, Json.of(value));
    }

    public JsonObject with(String name, double value) {
        return with(name, Json.of(value));
    }

    /// The member of this name, if there is one and it is not null.
    public Optional<Json> find(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Nothing));
    }

    public String text(String name) {
        if (member(name) instanceof Text(String value)) {
            return value;
        }
        throw other(name, "a word");
    }

    public boolean truth(String name) {
        if (member(name) instanceof Truth(boolean value)) {
            return value;
        }
        throw other(name, "true or false");
    }

    public double decimal(String name) {
        if (member(name) instanceof Figure(String written)) {
            return Double.parseDouble(written);
        }
        throw other(name, "a number");
    }

    public long whole(String name) {
        try {
            if (member(name) instanceof Figure(String written)) {
                return Long.parseLong(written);
            }
        } catch (NumberFormatException ignored) {
            // A number with a point, or one too large.
        }
        throw other(name, "a whole number");
    }

    /// A whole number that fits an `int`.
    public int count(String name) {
        long value = whole(name);
        if (value != (int) value) {
            throw other(name, "a number up to 2,147,483,647");
        }
        return (int) value;
    }

    public JsonObject object(String name) {
        if (member(name) instanceof JsonObject object) {
            return object;
        }
        throw other(name, "an object");
    }

    /// The values of a list; one of numbers alone is asked for with [#decimals].
    public List<Json> items(String name) {
        if (member(name) instanceof Items(List<Json> values)) {
            return values;
        }
        throw other(name, "a list");
    }

    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Json item : items(name)) {
            if (!(item instanceof JsonObject object)) {
                throw other(name, "objects");
            }
            objects.add(object);
        }
        return objects;
    }

    public List<String> texts(String name) {
        return texts(name, items(name));
    }

    /// Lists of words in a list.
    public List<List<String>> textLists(String name) {
        List<List<String>> lists = new ArrayList<>();
        for (Json item : items(name)) {
            if (!(item instanceof Items(List<Json> values))) {
                throw other(name, "lists of words");
            }
            lists.add(texts(name, values));
        }
        return lists;
    }

    private static List<String> texts(String name, List<Json> items) {
        List<String> texts = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Text(String value))) {
                throw other(name, "words");
            }
            texts.add(value);
        }
        return texts;
    }

    public List<Double> decimals(String name) {
        if (member(name) instanceof Numbers numbers) {
            return numbers.asList();
        }
        List<Double> decimals = new ArrayList<>();
        for (Json item : items(name)) {
            if (!(item instanceof Figure(String written))) {
                throw other(name, "numbers");
            }
            decimals.add(Double.valueOf(written));
        }
        return decimals;
    }

    private Json member(String name) {
        Json value = members.get(name);
        if (value == null) {
            throw new JsonException("lacks \"%s\"".formatted(name));
        }
        return value;
    }

    private static JsonException other(String name, String wanted) {
        return new JsonException("has something else than %s for \"%s\"".formatted(wanted, name));
    }
}
