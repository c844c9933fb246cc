package slope.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/// All JSON that Slope writes has one spelling, as `docs/reference/README.md` says.
class SchemaWordsTest {
    private static final String KEY = "[a-z][a-z0-9]*([A-Z][a-z0-9]*)*";
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    static Stream<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/reference"))) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void keysAreInCamelCaseAndWordsHaveDashes(Path schema) throws IOException {
        Map<String, Object> object = JSON.std.mapFrom(Files.readString(schema));

        check(schema.getFileName().toString(), object);
        assertThat(object.get("title").toString()).startsWith("Slope ");
    }

    private static void check(String path, Object part) {
        if (part instanceof List<?> list) {
            list.forEach(each -> check(path, each));
        }
        if (!(part instanceof Map<?, ?> object)) {
            return;
        }
        object.forEach((key, value) -> {
            String where = path + "/" + key;
            if (key.equals("properties")) {
                // Settings have the names of options.
                String wanted = path.endsWith("/settings") ? NAME : KEY;
                ((Map<?, ?>) value)
                        .keySet()
                        .forEach(name -> assertThat((String) name).as(where).matches(wanted));
            }
            if (key.equals("enum") || key.equals("const")) {
                Stream<?> words = value instanceof List<?> several ? several.stream() : Stream.of(value);
                words.filter(String.class::isInstance)
                        .forEach(word -> assertThat((String) word).as(where).matches(NAME));
            }
            if (key.equals("description")) {
                assertThat((String) value).as(where).doesNotContain("NaN", "2147483647");
            }
            check(where, value);
        });
    }
}
