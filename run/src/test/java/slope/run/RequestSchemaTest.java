package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.target.TargetKind;
import tools.jackson.jr.ob.JSON;

/// The schema in the documentation and the reader of requests say the same.
class RequestSchemaTest {
    private static final String TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    private static String text() {
        try {
            return Files.readString(Path.of("../docs/reference/training-request.schema.json"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Object> whole() {
        return JSON.std.mapFrom(TEXT);
    }

    /// A request with one member at a time, as the schema describes it.
    @TestFactory
    Stream<DynamicTest> everyMemberOfTheSchemaIsRead() {
        Map<String, Object> members = new LinkedHashMap<>();
        collect(whole(), "", members);
        assertThat(members).hasSizeGreaterThan(40);
        return members.keySet().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    String json = request(path, members.get(path));
                    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
                    assertThatCode(() -> TrainingRequest.parse(json, "request"))
                            .as(json)
                            .doesNotThrowAnyException();
                }));
    }

    @TestFactory
    Stream<DynamicTest> bothRefuseAnotherName() {
        Map<String, Object> members = new LinkedHashMap<>();
        collect(whole(), "", members);
        return members.keySet().stream()
                .map(path -> path.contains(".") ? path.substring(0, path.lastIndexOf('.')) + ".other" : "other")
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    String json = request(path, 1);
                    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
                    assertThatThrownBy(() -> TrainingRequest.parse(json, "request"))
                            .isInstanceOf(DataException.class)
                            .hasMessageContaining("has no \"" + path + "\"");
                }));
    }

    @Test
    void namesAreThoseOfTheProgram() {
        assertThat(names("target", "kind"))
                .containsExactlyElementsOf(
                        Stream.of(TargetKind.values()).map(TargetKind::option).toList());
        assertThat(names("recipe", "name"))
                .containsExactlyElementsOf(
                        Recipe.all().stream().map(Recipe::title).toList());
        assertThat(names("training", "metric"))
                .containsExactlyElementsOf(
                        Metric.ALL.stream().map(Metric::title).toList());
        Map<String, Object> settings =
                properties(properties(properties(whole()).get("recipe")).get("settings"));
        assertThat(settings.keySet())
                .containsExactlyElementsOf(
                        Setting.ALL.stream().map(Setting::title).toList());
        for (Setting<?> setting : Setting.ALL) {
            Object names = ((Map<?, ?>) settings.get(setting.title())).get("enum");
            if (names instanceof List<?> list) {
                assertThat(list)
                        .allSatisfy(name -> assertThatCode(() -> setting.read((String) name))
                                .doesNotThrowAnyException());
                assertThatThrownBy(() -> setting.read("another"))
                        .hasMessageEndingWith(String.join(
                                ", ", list.stream().map(String::valueOf).toList()));
            }
        }
    }

    private static List<String> names(String part, String member) {
        Map<?, ?> description =
                (Map<?, ?>) properties(properties(whole()).get(part)).get(member);
        return ((List<?>) description.get("enum")).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Object schema) {
        return (Map<String, Object>) ((Map<String, Object>) schema).getOrDefault("properties", Map.of());
    }

    private static void collect(Object schema, String path, Map<String, Object> members) {
        properties(schema).forEach((name, description) -> {
            String at = path.isEmpty() ? name : path + "." + name;
            if (properties(description).isEmpty()) {
                members.put(at, sample((Map<?, ?>) description));
            } else {
                collect(description, at, members);
            }
        });
    }

    private static Object sample(Map<?, ?> description) {
        if (description.get("const") instanceof Integer version) {
            return version;
        }
        if (description.get("enum") instanceof List<?> names) {
            return names.getFirst();
        }
        if (description.get("examples") instanceof List<?> examples) {
            return examples.getFirst();
        }
        if (description.get("oneOf") != null) {
            return Map.of("yes", 2, "no", 0.5);
        }
        if (description.get("$ref") instanceof String kind) {
            return switch (kind) {
                case "#/$defs/text" -> "name";
                case "#/$defs/names" -> List.of("one", "two, three");
                case "#/$defs/share" -> 0.5;
                case "#/$defs/count" -> 1;
                default -> throw new IllegalStateException(kind);
            };
        }
        return switch (String.valueOf(description.get("type"))) {
            case "boolean" -> true;
            case "object" ->
                Map.of("$ref", "#/$defs/text").equals(description.get("additionalProperties"))
                        ? Map.of("price", "$1,234.5")
                        : Map.of("name", List.of("one", "two, three"));
            case "number" ->
                description.get("exclusiveMinimum") instanceof Number above ? above.doubleValue() + 0.5 : 0.5;
            case "integer" -> 7;
            case "array" -> ((Map<?, ?>) description.get("items")).get("type") == null ? List.of(1) : List.of(0.5);
            default -> throw new IllegalStateException(description.toString());
        };
    }

    private static String request(String path, Object value) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("target", new LinkedHashMap<>(Map.of("columns", List.of("y"))));
        Map<String, Object> part = request;
        String[] names = path.split("\\.", -1);
        for (int index = 0; index < names.length - 1; index++) {
            @SuppressWarnings("unchecked")
            Map<String, Object> next =
                    (Map<String, Object>) part.computeIfAbsent(names[index], name -> new LinkedHashMap<>());
            part = next;
        }
        part.put(names[names.length - 1], value);
        if (path.endsWith("everySeconds") || path.endsWith("checkpoints.other")) {
            part.put("folder", "run");
        }
        if (path.endsWith("coverageBy") || path.endsWith("coverageSets")) {
            part.put("coverage", 0.9);
        }
        return JSON.std.asString(request);
    }
}
