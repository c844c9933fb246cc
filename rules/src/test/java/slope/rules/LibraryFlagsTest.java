package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFlagsTest {
    /// Modules whose users type no options of Slope.
    private static final Set<String> LIBRARIES =
            Set.of("core", "vector", "onnx", "tables", "duckdb", "excel", "run", "report", "serve");

    @Test
    void noLibrarySentenceNamesAFlag() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> complaints = new ArrayList<>();
        int files = 0;
        for (Path file : tree.mainJavaFiles()) {
            String name = tree.relative(file);
            if (LIBRARIES.contains(name.substring(0, name.indexOf('/')))) {
                complaints.addAll(LibraryFlags.complaints(name, Files.readString(file)));
                files++;
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(files).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say(\"leave it out with --ignore\");",
                "say(\"--folds would do\");",
                "say(\"--%s has no place\".formatted(name));",
                "say(\"a \\\"b\\\" (--missing c)\");",
                "say(\"\"\"\n    leave it out\n    with --ignore\n    \"\"\");"
            })
    void thisIsFound(String source) {
        assertThat(LibraryFlags.complaints("A.java", source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say(\"leave it out\");",
                "/// `slope train --target y`",
                "count--; say(\"a--b\");",
                "say(\"--add-modules jdk.incubator.vector brings it\");",
                "say(\"a -- b\");"
            })
    void thisIsNot(String source) {
        assertThat(LibraryFlags.complaints("A.java", source)).isEmpty();
    }
}
