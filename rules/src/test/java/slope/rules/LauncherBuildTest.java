package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// After a change `slope` builds the changed module and those that depend on it, and no other.
@Tag("long")
class LauncherBuildTest {
    private static final Pattern BUILT = Pattern.compile("Building (Slope[ \\w]*) \\d");

    @TempDir
    private Path folder;

    private Checkout checkout = new Checkout(Path.of(""));

    @BeforeEach
    void copy() throws Exception {
        checkout = Checkout.built().copied(folder.resolve("a place"), "cp -a");
    }

    @Test
    void onlyWhatDependsOnAChangeIsBuilt() throws Exception {
        Path before = checkout.product();
        Path extra = checkout.root().resolve("cli/src/main/java/slope/cli/Extra.java");
        Files.writeString(extra, "package slope.cli;\n\nfinal class Extra {}\n");
        change(
                "cli/src/main/java/slope/cli/CompletionCommand.java",
                "Prints a script that completes",
                "Writes a script that completes");

        String help = checkout.slope("completion", "--help").succeeded().out();

        assertThat(help).contains("Writes a script");
        assertThat(built()).containsExactly("Slope command line");
        Path after = checkout.product();
        assertThat(after).isNotEqualTo(before);
        assertThat(Files.mismatch(jar(before, "core"), jar(after, "core"))).isEqualTo(-1);
        assertThat(Files.mismatch(jar(before, "cli"), jar(after, "cli"))).isNotEqualTo(-1);
        assertThat(classes(after, "cli")).contains("slope/cli/Main.class", "slope/cli/Extra.class");

        // Again, beside the jars of the partial build. A class that was deleted is in no jar.
        Files.delete(extra);
        change(
                "serve/src/main/java/slope/serve/package-info.java",
                "package slope.serve;",
                "package slope.serve; // and no more");

        checkout.slope("--version").succeeded();

        assertThat(built()).containsExactly("Slope served", "Slope command line");
        assertThat(classes(checkout.product(), "cli"))
                .contains("slope/cli/Main.class")
                .doesNotContain("slope/cli/Extra.class");
        assertThat(checkout.slope("completion", "--help").succeeded().out()).isEqualTo(help);
    }

    @Test
    void whatIsNotShippedBuildsNothing() throws Exception {
        String before = checkout.current();
        for (String module : List.of("bench", "spark")) {
            Files.writeString(checkout.root().resolve(module + "/src/main/java/slope/Extra.java"), "no Java at all");
        }

        assertThat(checkout.slope("--version").succeeded().err()).isEmpty();

        assertThat(checkout.current()).isEqualTo(before);
    }

    @Test
    void whatDoesNotCompileLeavesTheLastBuild() throws Exception {
        String before = checkout.current();
        change("cli/src/main/java/slope/cli/Warmup.java", "final class Warmup", "final klass Warmup");

        Checkout.Ran ran = checkout.slope("--version");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Warmup.java", "slope: the build failed; all of it is in ");
        assertThat(checkout.current()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // whose `setsid` starts a group
    void controlCIsNoFailureOfTheBuild() throws Exception {
        String before = checkout.current();
        String[] builds = checkout.root().resolve("target/slope").toFile().list();
        change("cli/src/main/java/slope/cli/Warmup.java", "final class Warmup", "final /* changed */ class Warmup");

        Checkout.Ran ran = Checkout.run(checkout.root(), "bash", "-c", """
            rm -f target/slope-build.log
            env --default-signal=INT setsid ./slope --version 2>target/said &
            for try in {1..3000}; do
                ! grep -qs "compiler:" target/slope-build.log || break
                sleep 0.1
            done
            kill -INT -- "-$!"
            wait "$!" && code=0 || code=$?
            cat target/said >&2
            exit "$code\"\
            """);

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(130);
        assertThat(ran.err())
                .hasLineCount(2)
                .endsWith("slope: interrupted while building; the next start builds again\n");
        assertThat(checkout.current()).isEqualTo(before);
        assertThat(checkout.root().resolve("target/slope").toFile().list()).containsExactlyInAnyOrder(builds);
    }

    /// The launcher's own answer is that of the program.
    @Test
    void theVersionIsToldWithoutJava() throws Exception {
        Path lib = checkout.product().resolve("lib");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String told = Checkout.run(
                        folder,
                        java,
                        "--module-path",
                        lib.toString(),
                        "--module",
                        "slope.cli/slope.cli.Main",
                        "--version")
                .succeeded()
                .out();
        assertThat(checkout.slope("--version").succeeded().out()).isEqualTo(told);
        assertThat(checkout.slope("-V").succeeded().out()).isEqualTo(told);
    }

    private void change(String file, String from, String to) throws IOException {
        Path source = checkout.root().resolve(file);
        String text = Files.readString(source);
        assertThat(text).contains(from);
        Files.writeString(source, text.replace(from, to), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private List<String> built() throws IOException {
        return BUILT.matcher(Files.readString(checkout.root().resolve("target/slope-build.log")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> classes(Path product, String module) throws IOException {
        try (JarFile file = new JarFile(jar(product, module).toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static Path jar(Path product, String module) throws IOException {
        String version = Files.readString(product.resolve("version")).strip();
        return product.resolve("lib/slope-%s-%s.jar".formatted(module, version));
    }
}
