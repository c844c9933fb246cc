package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of what users may write themselves stand in a test as they stand in the documentation: they
/// compile and do what they say.
class JavadocExamplesTest {
    private static final String INDENTED = "///     ";

    @ParameterizedTest
    @CsvSource({"metric/CustomMetric", "layer/CustomLayer"})
    void anExampleIsPartOfATest(String name) throws IOException {
        Path core = SourceTree.ofThisBuild().root().resolve("core/src");
        String example = Files.readAllLines(core.resolve("main/java/slope/" + name + ".java")).stream()
                .filter(line -> line.startsWith(INDENTED))
                .map(line -> line.substring(INDENTED.length()))
                .collect(Collectors.joining());
        String test = Files.readString(core.resolve("test/java/slope/" + name + "Test.java"));

        assertThat(example).startsWith("record ");
        assertThat(bare(test)).contains(bare(example));
    }

    /// Without layout and annotations.
    private static String bare(String code) {
        return code.replace("@Override", "").replaceAll("\\s", "");
    }
}
