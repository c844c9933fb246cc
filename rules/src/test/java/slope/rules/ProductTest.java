package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slope.rules.Checkout.Ran;

/// What the launcher builds works wherever it is copied or moved to, and says whose work is in it.
@Tag("long")
class ProductTest {
    /// A sign for each start without caches, of which the fifth makes them.
    private static final String STARTS = "uncached";

    private static final String SOME_TIME = "....";

    private static Checkout original = new Checkout(Path.of(""));

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws Exception {
        original = Checkout.built();
    }

    /// Java has no way to quote a colon in a path, and no start-up cache beyond ASCII.
    @Test
    void itWorksInEveryPlace() throws Exception {
        Checkout place = original.copied(folder.resolve("copy"), "cp -a");
        for (String name : List.of("moved", "with a space, café, #%41!?+", "a:b")) {
            works(place);
            place = place.moved(folder.resolve("in " + name).resolve(name));
            Files.deleteIfExists(place.product().resolve(STARTS)); // caches are another matter
        }
        works(place);
    }

    /// A place that is used for some time gets start-up caches of its own, if Java can use them.
    @Test
    void itWorksWithTheCachesOfItsPlace() throws Exception {
        Checkout copy = original.copied(folder.resolve("copy"), "cp -a");
        String places = Files.readString(copy.product().resolve("cached"));
        Files.writeString(copy.product().resolve(STARTS), SOME_TIME);
        works(copy);
        assertThat(copy.product().resolve("cached")).content().isNotEqualTo(places);
        assertThat(copy.product().resolve("training.aot")).isNotEmptyFile();
        Checkout moved = copy.moved(folder.resolve("café"));
        Files.writeString(moved.product().resolve(STARTS), SOME_TIME);
        works(moved);
        assertThat(moved.product().resolve(STARTS)).doesNotExist();
    }

    @Test
    void newTimesAloneBuildNothing() throws Exception {
        Checkout copy = original.copied(folder.resolve("copy"), "cp -R");
        Checkout.run(folder, "find", copy.root().toString(), "-exec", "touch", "{}", "+")
                .succeeded();
        said(copy.slope("--version"));
        assertThat(copy.current()).isEqualTo(original.current());
    }

    @Test
    void aPlaceThatMayNotBeWrittenIsEnough() throws Exception {
        Checkout copy = original.copied(folder.resolve("copy"), "cp -R");
        Checkout.run(folder, "chmod", "-R", "a-w", copy.root().toString()).succeeded();
        try {
            works(copy);
        } finally {
            Checkout.run(folder, "chmod", "-R", "u+w", copy.root().toString()).succeeded();
        }
    }

    @Test
    void aProductWithoutSourcesIsEnough() throws Exception {
        Checkout copy = original.copied(folder.resolve("copy"), "cp -a");
        Checkout.run(copy.root(), "bash", "-c", "rm -rf -- */src */pom.xml pom.xml LICENSE NOTICE")
                .succeeded();
        works(copy);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // whose `script` is a terminal for a command
    void aDumbTerminalGetsPlainLines() throws Exception {
        String train = "train examples/penguins.csv --target=species --recipe=plain --epochs=2";
        assertThat(onTerminal("xterm", train)).contains("\u001b", "macro-f1");
        assertThat(onTerminal("dumb", train))
                .contains("epoch 2 of 2", "macro-f1")
                .doesNotContain("\u001b");
        assertThat(onTerminal("xterm", "--help")).contains("\u001b", "lesson");
        assertThat(onTerminal("dumb", "--help")).contains("lesson").doesNotContain("\u001b");
    }

    private String onTerminal(String kind, String arguments) throws Exception {
        return Checkout.run(
                        original.root(),
                        "bash",
                        "-c",
                        "unset NO_COLOR; TERM=$0 script -qec \"./slope $1\" /dev/null",
                        kind,
                        arguments)
                .succeeded()
                .out();
    }

    @Test
    void eachJarSaysWhoseItIs() throws Exception {
        Path product = original.product();
        String notice = Files.readString(product.resolve("NOTICE"));
        try (Stream<Path> files = Files.walk(product)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                String name = jar.getFileName().toString();
                if (name.startsWith("slope-")) {
                    assertThat(textIn(jar, "META-INF/LICENSE")).as(name).contains("Apache License");
                    assertThat(textIn(jar, "META-INF/NOTICE")).as(name).isEqualTo(notice);
                } else {
                    assertThat(notice).contains(":" + name.replaceFirst("-[0-9][0-9.]*\\.jar$", "") + " ");
                }
            }
        }
        assertThat(product.resolve("LICENSE")).isNotEmptyFile();
        assertThat(product.resolve("licenses")).isNotEmptyDirectory();
    }

    private void works(Checkout place) throws Exception {
        Path model = folder.resolve("model.onnx");
        String table = place.root().resolve("examples/penguins.csv").toString();
        said(place.slope(
                "train", table, "--target=species", "--recipe=plain", "--epochs=2", "--out", model.toString()));
        said(place.slope(
                "predict",
                model.toString(),
                table,
                "-o",
                folder.resolve("predictions.csv").toString()));
        assertThat(said(place.slope("lesson", "1")).out()).contains("9.6729");
        assertThat(folder.resolve("predictions.csv")).isNotEmptyFile();
    }

    /// Nothing but results, and the progress that Slope tells itself.
    private static Ran said(Ran ran) {
        assertThat(ran.succeeded().err().lines().filter(line -> !line.startsWith("epoch ")))
                .as("%s", ran.line())
                .isEmpty();
        return ran;
    }

    private static String textIn(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
