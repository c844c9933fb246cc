package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.model.FitRecord;
import slope.onnx.Models;

/// What the README shows is what there is: its programs run. Its commands are run by the launcher, in the rules.
class ReadmeTest {

    @Test
    void itsProgramsAreTheExamples() throws IOException {
        Map<String, String> shown = Map.of("Penguins.java", "README.md", "LessonTwo.java", "docs/how-to/java.md");
        for (Map.Entry<String, String> each : shown.entrySet()) {
            String program =
                    Files.readString(Launched.PROJECT.resolve("examples").resolve(each.getKey()));
            String body = program.substring(program.indexOf("void main()"));

            assertThat(body.lines()).as("lines of %s", each.getKey()).hasSizeLessThanOrEqualTo(12);
            assertThat(Launched.PROJECT.resolve(each.getValue()))
                    .as(each.getKey())
                    .content()
                    .contains("```java\n" + body + "```\n");
        }
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(Launched.PROJECT.resolve("README.md"))).hasSizeLessThan(120);
    }

    /// As it stands there, in a folder with the table alone.
    @Test
    @Tag("long")
    void thePenguinsAreToldApart(@TempDir Path folder) throws Exception {
        Files.copy(Launched.PROJECT.resolve("examples/penguins.csv"), folder.resolve("penguins.csv"));
        Launched penguins = Launched.javaIn(folder, "examples/Penguins.java");

        assertThat(penguins.exitCode()).as(penguins.out()).isZero();
        assertThat(penguins.out())
                .startsWith("accuracy 0.9710 (baseline 0.4203)\n")
                .contains("\nGentoo 0.98");
        assertThat(Models.load(folder.resolve("penguins.onnx")).record().scores())
                .extracting(FitRecord.Score::metric)
                .contains("accuracy");
    }

    @Test
    @Tag("long")
    void theSecondLessonComesOutOfTheLibrary() throws Exception {
        Launched lesson = Launched.java("examples/LessonTwo.java");

        assertThat(lesson.exitCode()).as(lesson.out()).isZero();
        // From the notebook, see golden/notebook.json; the last digits depend on NumPy's order of adding.
        assertThat(lesson.out())
                .contains("Wh = [[6.66182716860", ", 6.80494447866", ", -3.00320286040", ", 3.65642155366")
                .contains("Wo = [[-7.07355497106", "[14.2097581667", "[-7.01708617206", "[-7.15528257914");
    }
}
