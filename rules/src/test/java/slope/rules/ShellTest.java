package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.rules.Checkout.Ran;

/// `slope shell` runs the lines of the documents as they stand there.
@Tag("long")
class ShellTest {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    private Path folder;

    private Checkout checkout = new Checkout(Path.of(""));

    @BeforeEach
    void place() throws Exception {
        checkout = Checkout.built();
        Files.createDirectory(folder.resolve("examples"));
        for (String table : List.of("penguins.csv", "newer-claims.csv.gz")) {
            Files.copy(
                    checkout.root().resolve("examples").resolve(table),
                    folder.resolve("examples").resolve(table));
        }
        Files.copy(checkout.root().resolve("examples/penguins.csv"), folder.resolve("penguins.csv"));
    }

    @Test
    void theLinesOfTheReadmeRun() throws Exception {
        String program = JAVA.matcher(Files.readString(checkout.root().resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(program).startsWith("void main() {\n").endsWith("}\n");
        String lines = program.lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());

        Ran ran = shell(lines);

        assertThat(ran.out()).startsWith("accuracy 0.9710 (baseline 0.4203)\n").contains("\nGentoo 0.98");
        assertThat(folder.resolve("penguins.onnx")).isNotEmptyFile();
    }

    /// Those that are no programs of their own. Spark's need a Spark, and are run beside it.
    @Test
    void theLinesOfTheGuidesRun() throws Exception {
        train("examples/penguins.csv", "species", "penguins.onnx");
        train("examples/claims.csv.gz", "claim", "claims.onnx");
        StringBuilder lines = new StringBuilder();
        for (Path guide : DocumentedCommandsTest.guides(checkout.root().resolve("docs"))) {
            if (guide.endsWith("spark.md")) {
                continue;
            }
            JAVA.matcher(Files.readString(guide))
                    .results()
                    .map(found -> found.group(1))
                    .filter(code -> !code.contains("void main("))
                    .forEach(lines::append);
        }
        assertThat(lines).isNotEmpty();

        Ran ran = shell(lines.toString());

        assertThat(ran.out()).contains("Gentoo");
    }

    private void train(String table, String target, String model) throws Exception {
        checkout.slope(
                        "train",
                        table,
                        "--target=" + target,
                        "--recipe=plain",
                        "--epochs=20",
                        "--out=" + folder.resolve(model))
                .succeeded();
    }

    @Test
    void aMistakeIsTold() throws Exception {
        assertThat(shellRan("Table table = 1;\n").err()).contains("incompatible types");
    }

    private Ran shell(String lines) throws Exception {
        Ran ran = shellRan(lines);
        assertThat(ran.succeeded().err()).isEmpty();
        return ran;
    }

    private Ran shellRan(String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("lines.jsh"), lines);
        String slope = checkout.root().resolve("slope").toString();
        return Checkout.run(folder, "bash", "-c", "\"$0\" shell < \"$1\"", slope, file.toString());
    }
}
