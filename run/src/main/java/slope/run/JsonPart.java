package slope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slope.internal.text.NearestName;
import slope.table.DataException;

/// One object of a JSON text, and what is asked of it. Each method refuses a value of another type;
/// [#end] refuses members that were not asked for, which are misspelt names.
final class JsonPart {
    private final String text;
    private final String path;
    private final boolean isThere;
    private final Map<String, Object> members;
    private final Set<String> asked = new TreeSet<>();
    private final List<JsonPart> parts = new ArrayList<>();

    /// @param text the name of the whole text in messages
    /// @param path of this object in it; empty for the whole
    /// @param members empty where the object is left out
    JsonPart(String text, String path, Optional<Map<String, Object>> members) {
        this.text = text;
        this.path = path;
        this.isThere = members.isPresent();
        this.members = members.orElse(Map.of());
    }

    /// Whether the object is not left out.
    boolean isThere() {
        return isThere;
    }

    /// An object within this one; an empty one where it is left out.
    JsonPart part(String name) {
        JsonPart part = new JsonPart(text, at(name), value(name, "an object", JsonPart::object));
        parts.add(part);
        return part;
    }

    Optional<String> text(String name) {
        return value(name, "a text", value -> value instanceof String each && !each.isEmpty() ? each : null);
    }

    Optional<Double> number(String name) {
        return value(name, "a number", value -> value instanceof Number each ? each.doubleValue() : null);
    }

    Optional<Integer> count(String name) {
        return value(
                name,
                "a whole number",
                value -> value instanceof Integer || (value instanceof Long each && each.intValue() == each)
                        ? ((Number) value).intValue()
                        : null);
    }

    Optional<Long> whole(String name) {
        return value(
                name,
                "a whole number",
                value -> value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : null);
    }

    boolean isSet(String name) {
        return value(name, "true or false", value -> value instanceof Boolean each ? each : null)
                .orElse(false);
    }

    List<String> texts(String name) {
        return list(name, "a list of texts", String.class);
    }

    /// An object whose members are lists of texts.
    Map<String, List<String>> lists(String name) {
        JsonPart part = part(name);
        return part.members.keySet().stream().collect(Collectors.toMap(Function.identity(), part::texts));
    }

    List<Double> numbers(String name) {
        return list(name, "a list of numbers", Number.class).stream()
                .map(Number::doubleValue)
                .toList();
    }

    /// The members of an object that are texts, by their names.
    Map<String, String> textsByName(String name) {
        JsonPart object = part(name);
        Map<String, String> texts = new LinkedHashMap<>();
        object.members.keySet().forEach(each -> object.text(each).ifPresent(text -> texts.put(each, text)));
        return texts;
    }

    private <T> List<T> list(String name, String wanted, Class<T> type) {
        return value(
                        name,
                        wanted,
                        value -> value instanceof List<?> each && each.stream().allMatch(type::isInstance)
                                ? each.stream().map(type::cast).toList()
                                : null)
                .orElse(List.of());
    }

    /// @param reading null where a value is not what is wanted
    <T> Optional<T> value(String name, String wanted, Function<Object, @Nullable T> reading) {
        asked.add(name);
        if (!members.containsKey(name)) {
            return Optional.empty();
        }
        Object value = members.get(name);
        return Optional.of(Optional.ofNullable(value)
                .map(reading)
                .orElseThrow(() -> refusal(name, "is %s, not %s".formatted(shown(value), wanted))));
    }

    /// What is wrong with a member.
    DataException refusal(String name, String problem) {
        return new DataException("%s: \"%s\" %s".formatted(text, at(name), problem));
    }

    /// Refuses members that nothing asked for, here and in the parts.
    ///
    /// @throws DataException if there is one
    void end() {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                String advice = NearestName.among(asked, name)
                        .map("did you mean \"%s\"?"::formatted)
                        .orElseGet(() -> "it may have " + String.join(", ", asked));
                throw new DataException("%s: a request has no \"%s\"; %s".formatted(text, at(name), advice));
            }
        }
        parts.forEach(JsonPart::end);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String each -> "\"" + each + "\"";
            case List<?> ignored -> "a list";
            case Map<?, ?> ignored -> "an object";
            default -> value.toString();
        };
    }

    private static @Nullable Map<String, Object> object(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }
}
