package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Patience;
import slope.cli.Ran;

/// The service of the guide, in a process of its own with the two jars it needs and no other.
class ServiceExampleTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    @Test
    void theServiceOfTheGuideAnswers() throws Exception {
        Path model = folder.resolve("penguins.onnx");
        Path out = folder.resolve("out.txt");
        Ran trained = Ran.slope(
                "train",
                "../examples/penguins.csv",
                "--target",
                "species",
                "--recipe",
                "plain",
                "--ignore",
                "bill_depth_mm,body_mass_g,sex",
                "--out",
                model.toString());
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--class-path",
                        librariesOnly(),
                        "examples/Scoring.java",
                        model.toString(),
                        "0")
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            Patience.await(service, () -> Files.readString(out).endsWith("\n"), () -> Files.readString(out));
            String line = Files.readAllLines(out).getFirst();
            assertThat(line).startsWith("listening on port ");
            URI question = URI.create("http://localhost:%s/species/49.5/218/Biscoe".formatted(line.substring(18)));
            assertThat(answer(question)).isEqualTo("Gentoo");
        } finally {
            service.destroyForcibly();
        }
    }

    private static String answer(URI question) throws IOException {
        URLConnection connection = question.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theGuideShowsIt() throws Exception {
        String program = Files.readString(PROJECT.resolve("examples/Scoring.java"));
        String body = program.substring(program.indexOf("record Penguin"));
        assertThat(Files.readString(PROJECT.resolve("docs/how-to/java.md"))).contains("```java\n" + body + "```\n");
    }

    private static String librariesOnly() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(
                File.pathSeparator,
                Arrays.stream(all.split(File.pathSeparator))
                        .filter(each -> each.matches(".*[/-](core|onnx)(/target/classes|[^/]*\\.jar)?")
                                && !each.contains("jackson"))
                        .toList());
    }
}
