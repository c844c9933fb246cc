package slope.report.json;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slope.layer.Activation;

/// The JSON Schema of a report: its shape is that of its record, its descriptions are the record's
/// comments.
final class RecordSchema {
    private static final Pattern COMMENTED =
            Pattern.compile("(?m)((?:^ *///.*\\n)+)(?:^ *@.*\\n)*^ *(?:public )?record (\\w+)\\(");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ((?:(?!@param).)*)");

    private final Map<String, Object> definitions = new TreeMap<>();
    private final Map<String, Class<?>> named = new LinkedHashMap<>();
    private final Map<Class<?>, Map<String, String>> comments = new LinkedHashMap<>();

    /// @param report the report as it is written, for its name and version
    static Map<String, Object> of(Report report) {
        return new RecordSchema().schema(report);
    }

    private Map<String, Object> schema(Report report) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Slope %s report, version %s".formatted(report.report(), report.version()));
        Map<String, Object> object = object(report.getClass());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("report", Map.of("const", report.report()));
        properties.put("version", Map.of("const", report.version()));
        properties.putAll(part(object, "properties"));
        List<Object> required = new ArrayList<>(List.of("report", "version"));
        required.addAll((List<?>) object.getOrDefault("required", List.of()));
        object.put("properties", properties);
        object.put("required", required);
        schema.putAll(object);
        schema.put("$defs", definitions);
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.getOrDefault(name, Map.of());
    }

    private Map<String, Object> object(Class<?> record) {
        Map<String, String> said = comments(record);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.isAnnotationPresent(ForPeople.class)) {
                continue;
            }
            Type type = component.getGenericType();
            boolean isOptional = component.getType() == Optional.class;
            if (!isOptional) {
                required.add(component.getName());
            }
            Map<String, Object> property = new LinkedHashMap<>(type(isOptional ? argument(type, 0) : type));
            if (said.containsKey(component.getName())) {
                property.put("description", said.get(component.getName()));
            }
            properties.put(component.getName(), property);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (said.containsKey("")) {
            object.put("description", said.get(""));
        }
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    private Map<String, Object> type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class
                    ? ordered("type", "array", "items", type(argument(type, 0)))
                    : ordered("type", "object", "additionalProperties", type(argument(type, 1)));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return Map.of("type", "string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (raw == double.class || raw == Double.class || raw == float.class) {
            return Map.of("type", List.of("number", "null"));
        }
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return Map.of("type", "integer");
        }
        if (raw.isArray()) {
            return ordered("type", "array", "items", type(raw.getComponentType()));
        }
        if (raw.isEnum()) {
            return Map.of(
                    "enum",
                    Stream.of(raw.getEnumConstants())
                            .map(constant -> JsonFacts.dashed(((Enum<?>) constant).name()))
                            .toList());
        }
        if (raw == Activation.class) {
            return Map.of(
                    "enum",
                    records(raw)
                            .map(each -> JsonFacts.dashed(each.getSimpleName()))
                            .toList());
        }
        if (raw.isSealed()) {
            return Map.of("oneOf", records(raw).map(this::ofKind).toList());
        }
        return raw.isRecord() ? reference(raw) : Map.of();
    }

    /// The cases of a sealed interface; those that a program adds have no schema.
    private static Stream<Class<?>> records(Class<?> sealed) {
        return Stream.<Class<?>>of(sealed.getPermittedSubclasses()).filter(Class::isRecord);
    }

    /// A case of a sealed interface.
    private Map<String, Object> ofKind(Class<?> record) {
        Map<String, Object> object = object(record);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", Map.of("const", JsonFacts.dashed(record.getSimpleName())));
        properties.putAll(part(object, "properties"));
        List<Object> required = new ArrayList<>(List.of("kind"));
        required.addAll((List<?>) object.getOrDefault("required", List.of()));
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    /// `Map.of` has another order in each run.
    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private Map<String, Object> reference(Class<?> record) {
        String name = record.getSimpleName();
        if (named.computeIfAbsent(name, ignored -> record) != record) {
            throw new IllegalStateException("%s and %s have one name in the schema".formatted(named.get(name), record));
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of()); // a record may hold its own kind
            definitions.put(name, object(record));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /// What the comment of a record says of it, under no name, and of its components.
    private Map<String, String> comments(Class<?> record) {
        return comments.computeIfAbsent(record, each -> {
            Class<?> file = each.getNestHost();
            String name = "src/main/java/%s.java".formatted(file.getName().replace('.', '/'));
            Path source = Stream.of("report", "run", "tables", "core")
                    .map(module -> Path.of("..", module, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Map<String, String> said = new LinkedHashMap<>();
            Matcher matcher = COMMENTED.matcher(read(source));
            while (matcher.find()) {
                if (matcher.group(2).equals(each.getSimpleName())) {
                    String text =
                            matcher.group(1).replaceAll("(?m)^ */// ?", "").replaceAll("\\s+", " ");
                    said.put("", text.replaceAll(" ?@param.*", "").strip());
                    Matcher parameter = PARAMETER.matcher(text);
                    while (parameter.find()) {
                        said.put(parameter.group(1), parameter.group(2).strip());
                    }
                }
            }
            return said;
        });
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
