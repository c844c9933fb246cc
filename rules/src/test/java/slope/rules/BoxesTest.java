package slope.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The boxes of the documents, which begin with three backticks and a language, are run by a test each. What is
/// indented is found by the tests that run it.
class BoxesTest {
    private static final Path ROOT = SourceTree.ofThisBuild().root();
    private static final Pattern LANGUAGE = Pattern.compile("(?m)^```(\\w+)$");

    private static final String BOXED_COMMANDS = "cli/src/test/java/slope/cli/BoxedCommandsTest.java";
    private static final String SHELL = "rules/src/test/java/slope/rules/ShellTest.java";
    private static final String SERVICE = "cli/src/test/java/slope/cli/model/ServiceExampleTest.java";
    private static final String SPARK = "spark/src/test/java/slope/spark/GuideTest.java";
    private static final String SERVING = "onnx/src/test/java/slope/onnx/ServingExampleTest.java";

    /// By the page and the language of its boxes.
    private static final Map<String, String> RUN_BY = Map.ofEntries(
            entry("README.md java", "cli/src/test/java/slope/cli/ReadmeTest.java"),
            entry("docs/tutorial.md java", SHELL),
            entry("docs/how-to/card.md java", SHELL),
            entry("docs/how-to/compare.md java", SHELL),
            entry("docs/how-to/explain.md java", SHELL),
            entry("docs/how-to/install.md sh", "rules/src/test/java/slope/rules/DistributionTest.java"),
            entry("docs/how-to/install.md xml", "rules/src/test/java/slope/rules/LibraryTest.java"),
            entry("docs/how-to/intervals.md java", SHELL),
            entry("docs/how-to/java.md java", SERVICE),
            entry("docs/how-to/serve.md promql", BOXED_COMMANDS),
            entry("docs/how-to/serve.md python", BOXED_COMMANDS),
            entry("docs/how-to/spark.md java", SPARK),
            entry("docs/how-to/spark.md scala", SPARK),
            entry("docs/how-to/studio.md sh", BOXED_COMMANDS),
            entry("docs/how-to/train.md sh", BOXED_COMMANDS),
            entry("docs/how-to/tune.md java", SHELL),
            entry("docs/reference/model-file.md java", SERVING),
            entry("docs/reference/model-file.md python", SERVING));

    /// Answers of the studio's server, shortened: nothing to run.
    private static final Set<String> ANSWERS = Set.of("docs/reference/studio-api.md json");

    @Test
    void eachBoxIsRunByATest() throws Exception {
        Set<String> boxes = new TreeSet<>();
        SourceTree tree = SourceTree.ofThisBuild();
        for (Path document : tree.documents()) {
            String page = tree.relative(document);
            LANGUAGE.matcher(Files.readString(document))
                    .results()
                    .map(found -> page + " " + found.group(1))
                    .forEach(boxes::add);
        }
        boxes.removeAll(ANSWERS);
        assertThat(boxes).containsExactlyInAnyOrderElementsOf(RUN_BY.keySet());
    }

    @Test
    void eachTestReadsThePage() throws Exception {
        for (Map.Entry<String, String> box : RUN_BY.entrySet()) {
            String page = box.getKey().split(" ", 2)[0];
            String read = box.getValue().equals(SHELL)
                    ? "resolve(\"docs\")"
                    : Path.of(page).getFileName().toString();
            assertThat(ROOT.resolve(box.getValue())).as(box.getKey()).content().contains(read);
        }
    }

    /// Of a program of its own, which the shell's test leaves out, the examples have a copy.
    @Test
    void programsAreExamples() throws Exception {
        List<String> programs = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(Files.readString(ROOT.resolve("docs/how-to/java.md")))
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.contains("void main("))
                .toList();
        StringBuilder examples = new StringBuilder();
        for (String example : List.of("Scoring.java", "LessonTwo.java")) {
            examples.append(Files.readString(ROOT.resolve("examples").resolve(example)));
        }
        assertThat(programs)
                .hasSize(2)
                .allSatisfy(program -> assertThat(examples.toString()).contains(program));
    }
}
