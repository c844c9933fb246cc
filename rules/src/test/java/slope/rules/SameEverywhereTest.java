package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameEverywhereTest {
    @Test
    void nothingThatIsShippedDependsOnTheCountry() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> complaints = new ArrayList<>();
        for (Path file : tree.mainJavaFiles()) {
            String name = tree.relative(file);
            if (!name.startsWith("bench/")) {
                complaints.addAll(SameEverywhere.complaints(name, Files.readString(file)));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say(\"%d rows\".formatted(3));",
                "say((\"%s of\" + \" %,d\").formatted(a, b));",
                "out.printf(\"%.3f\", x);",
                "String.format(\"%s\", x);",
                "name.toLowerCase();",
                "DateTimeFormatter.ofPattern(pattern);",
                "ZoneId zone = ZoneId.systemDefault();",
                "text.getBytes();",
                "new InputStreamReader(stream);"
            })
    void thisIsFound(String source) {
        assertThat(SameEverywhere.complaints("A.java", source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say(\"%s rows, 5 %%\".formatted(3));",
                "String.format(Locale.ROOT, \"%,d\", x);",
                "name.toLowerCase(Locale.ROOT);",
                "// name.toLowerCase() is no good;",
                "new InputStreamReader(stream, UTF_8);"
            })
    void thisIsNot(String source) {
        assertThat(SameEverywhere.complaints("A.java", source)).isEmpty();
    }
}
