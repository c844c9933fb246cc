package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.rules.Checkout.Ran;

/// The commands that the documents show work as they stand there, one after the other, in a new clone.
@Tag("long")
class DocumentedCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4,}\\./slope .*|`\\./slope [^`]+`");

    /// In the pages under `docs`, where `slope` is on the path.
    private static final Pattern INSTALLED = Pattern.compile("(?m)^ {4,}((gzip|cmp) .*|slope .*)");

    @TempDir
    private Path folder;

    @Test
    void eachCommandWorks() throws Exception {
        Checkout clone = Checkout.built().copied(folder.resolve("clone"), "cp -a");
        for (String document : List.of("README.md", "CONTRIBUTING.md")) {
            List<String> commands = commands(Files.readString(clone.root().resolve(document)), COMMAND);
            assertThat(commands).as(document).isNotEmpty();
            runAll(clone, commands);
        }
    }

    /// The tutorial, the how-to pages and the concepts.
    @Test
    void eachCommandOfTheGuidesWorks() throws Exception {
        Checkout clone = Checkout.built().copied(folder.resolve("clone"), "cp -a");
        int pages = 0;
        for (Path guide : guides(clone.root().resolve("docs"))) {
            List<String> commands = commands(Files.readString(guide), INSTALLED);
            runAll(clone, commands);
            pages += commands.isEmpty() ? 0 : 1;
        }
        assertThat(pages).isGreaterThan(5);
    }

    static List<Path> guides(Path docs) throws IOException {
        try (Stream<Path> files = Files.walk(docs)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(docs.resolve("reference")))
                    .filter(file -> !file.startsWith(docs.resolve("decisions")))
                    .sorted()
                    .toList();
        }
    }

    private static void runAll(Checkout clone, List<String> commands) throws Exception {
        for (String command : commands) {
            String ending = command;
            if (command.matches("(\\./)?slope serve .*")) {
                ending = endedWhenItServes(command + " --port 0", "Serving");
            } else if (command.matches("(\\./)?slope studio .*")) {
                ending = endedWhenItServes(command + " --no-open", "Slope studio: ");
            }
            Ran ran = Checkout.run(clone.root(), "bash", "-c", "PATH=$PWD:$PATH; " + ending)
                    .succeeded();
            assertThat(ran.err()).as(command).doesNotContain("WARNING");
        }
    }

    /// A server ends only when it is told to, which is no failure: 128 + SIGTERM.
    private static String endedWhenItServes(String command, String firstWords) {
        return """
            said=$(mktemp -u) && mkfifo "$said"
            %s >"$said" &
            read -r -t 600 line <"$said"
            kill "$!"
            wait "$!"
            [ $? = 143 ] && [[ "$line" = "%s"* ]]
            """.formatted(command, firstWords);
    }

    /// Only the port is another: any that is free.
    @Test
    void theServiceOfTheGuideAnswers() throws Exception {
        Checkout clone = Checkout.built().copied(folder.resolve("clone"), "cp -a");
        List<String> lines = Files.readAllLines(clone.root().resolve("docs/how-to/java.md")).stream()
                .map(String::strip)
                .toList();
        int service = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains(" examples/Scoring.java "))
                .findFirst()
                .orElseThrow();
        for (String command : lines.subList(service - 2, service)) {
            Checkout.run(clone.root(), "bash", "-c", command).succeeded();
        }
        String start = lines.get(service).replaceFirst(" 8080$", " 0");
        String ask = """
            mkfifo said
            %s >said &
            trap "kill $!" EXIT
            read -r -t 600 line <said
            exec 3<>/dev/tcp/localhost/"${line##* }"
            printf 'GET /species/49.5/218/Biscoe HTTP/1.0\r\n\r\n' >&3
            read -r -t 600 -d '' answer <&3
            echo "$answer"
            """.formatted(start);
        assertThat(Checkout.run(clone.root(), "bash", "-c", ask).succeeded().out())
                .startsWith("HTTP/1.1 200")
                .endsWith("Gentoo\n");
    }

    @Test
    void theInventedTablesAreWhatTheirProgramMakes() throws Exception {
        Path examples = SourceTree.ofThisBuild().root().resolve("examples");
        Checkout.run(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        examples.resolve("Tables.java").toString(),
                        folder.toString())
                .succeeded();
        String compare = "for table in *; do cmp <(gzip -dcf \"$table\") <(gzip -dcf \"$0/$table\") || exit 1; done";
        Checkout.run(folder, "bash", "-c", compare, examples.toString()).succeeded();
        assertThat(folder.toFile().list()).hasSize(4);
    }

    /// What begins with `slope` in an indented block, or of `./slope` between backquotes.
    private static List<String> commands(String document, Pattern pattern) {
        return pattern.matcher(document)
                .results()
                .map(found -> found.group().replace('`', ' ').replace('\n', ' ').strip())
                .toList();
    }
}
