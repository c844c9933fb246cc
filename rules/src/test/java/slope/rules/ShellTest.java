package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Checkout.run(checkout.root(), "cp", "-R", "examples", folder.toString()).succeeded();
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

    /// Those that are no programs of their own, and the file of lines that they name. Spark's need a Spark, and are run
    /// beside it.
    @Test
    void theLinesOfTheGuidesRun() throws Exception {
        train("examples/penguins.csv", "species", "penguins.onnx");
        train("examples/claims.csv.gz", "claim", "claims.onnx");
        assertThat(checkout.root().resolve("docs/how-to/java.md"))
                .content()
                .contains("slope shell < examples/Shell.jsh");
        StringBuilder lines = new StringBuilder(Files.readString(checkout.root().resolve("examples/Shell.jsh")));
        for (Path guide : guides()) {
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

    private List<Path> guides() throws IOException {
        Path docs = checkout.root().resolve("docs");
        try (Stream<Path> files = Files.walk(docs)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(docs.resolve("reference")))
                    .filter(file -> !file.startsWith(docs.resolve("decisions")))
                    .filter(file -> !file.endsWith("spark.md"))
                    .sorted()
                    .toList();
        }
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
