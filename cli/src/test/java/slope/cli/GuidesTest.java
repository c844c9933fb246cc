package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The commands of the tutorial, the how-to pages and the concepts work as they stand there, one after the other, in a
/// folder with the examples alone. All are run in one Java; what the launcher does for them is shown by the README's.
@Tag("long")
@EnabledOnOs(OS.LINUX) // which names the streams of another process
class GuidesTest {
    private static final Path DOCS = Launched.PROJECT.resolve("docs");

    /// In an indented block; a command goes on in lines that are indented further. `slope shell` needs the launcher.
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^ {4,7}((?:gzip|cmp|curl|slope(?! shell)) .*(?:\\n {8,}.*)*)");

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private static Path home;

    private static Path folder = Path.of("");
    private static Optional<SharedJava> java = Optional.empty();

    private Optional<Process> server = Optional.empty();
    private String port = "";

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createDirectory(home.resolve("folder"));
        java = Optional.of(SharedJava.started(folder, home.resolve("bin")));
    }

    @AfterAll
    static void end() {
        java.ifPresent(SharedJava::close);
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(DOCS)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(DOCS.resolve("reference")))
                    .filter(file -> !file.startsWith(DOCS.resolve("decisions")))
                    .sorted()
                    .toList()) {
                if (COMMAND.matcher(Files.readString(page)).find()) {
                    pages.add(DOCS.relativize(page));
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(10);
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsCommandsWork(Path page) throws Exception {
        Launched.of(
                home,
                "bash",
                "-c",
                "rm -rf folder/* && cp -R \"$0\" folder/examples",
                "" + Launched.PROJECT.resolve("examples"));
        for (Matcher found = COMMAND.matcher(Files.readString(DOCS.resolve(page))); found.find(); ) {
            run(found.group(1));
        }
    }

    private void run(String command) throws Exception {
        if (command.startsWith("slope serve ")) {
            serve(command + " --port 0");
        } else if (command.startsWith("slope studio ")) {
            serve(command + " --no-open");
        } else if (command.startsWith("curl ")) {
            ran("curl --fail-with-body --silent --show-error"
                    + command.substring(4).replace("localhost:8080", "localhost:" + port));
        } else {
            ran(command);
        }
    }

    private void ran(String command) throws Exception {
        Path said = home.resolve("said.txt");
        Process process = shell(command, said).start();
        assertThat(Patience.exitCode(process))
                .as("%s says: %s", command, Files.readString(said))
                .isZero();
        assertThat(said).content().as(command).doesNotContain("WARNING");
    }

    /// A server answers until the next one starts, or until the end of the page.
    private void serve(String command) throws Exception {
        endServer();
        Path said = Files.writeString(home.resolve("served.txt"), "");
        Process process = shell("exec " + command, said).start();
        server = Optional.of(process);
        Patience.await(process, () -> ADDRESS.matcher(Files.readString(said)).find(), () -> Files.readString(said));
        Matcher address = ADDRESS.matcher(Files.readString(said));
        assertThat(address.find()).isTrue();
        port = address.group(1);
    }

    /// That it was told to end is no failure: 128 + SIGTERM.
    @AfterEach
    void endServer() throws Exception {
        if (server.isPresent()) {
            Process process = server.orElseThrow();
            server = Optional.empty();
            process.destroy();
            assertThat(Patience.exitCode(process))
                    .as(Files.readString(home.resolve("served.txt")))
                    .isEqualTo(143);
        }
    }

    private static ProcessBuilder shell(String command, Path said) {
        return java.orElseThrow()
                .shell(folder, command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
    }
}
