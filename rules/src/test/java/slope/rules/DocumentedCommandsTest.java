package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.rules.Checkout.Ran;

/// The commands of the README and of CONTRIBUTING work as they stand there, one after the other, by the launcher. Those
/// of
/// the guides are run by the command line's tests, in one Java.
@Tag("long")
class DocumentedCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4,}\\./slope .*|`\\./slope [^`]+`");

    @TempDir
    private Path folder;

    @Test
    void eachCommandOfTheReadmeWorks() throws Exception {
        String readme = Files.readString(Checkout.built().root().resolve("README.md"));
        String report = ran(readme).getFirst().out();
        // How long things take is another matter each time.
        assertThat(withoutSeconds(readme))
                .contains(withoutSeconds(report).indent(2).replaceAll("(?m)^ +$", ""));
    }

    @Test
    void eachCommandOfTheGuideForContributorsWorks() throws Exception {
        String guide = Files.readString(Checkout.built().root().resolve("CONTRIBUTING.md"));
        assertThat(ran(guide)).isNotEmpty();
    }

    /// Runs a document's commands where `./slope` is that of the clone, and nothing else but its examples is there.
    private List<Ran> ran(String document) throws Exception {
        Path clone = Checkout.built().root();
        Checkout.run(clone, "cp", "-R", "examples", folder.toString()).succeeded();
        Files.createSymbolicLink(folder.resolve("slope"), clone.resolve("slope"));
        List<Ran> all = new ArrayList<>();
        for (Matcher found = COMMAND.matcher(document); found.find(); ) {
            String command = found.group().replace('`', ' ').replace('\n', ' ').strip();
            Ran ran = Checkout.run(folder, "bash", "-c", ended(command)).succeeded();
            assertThat(ran.err()).as(command).doesNotContain("WARNING");
            all.add(ran);
        }
        // JUnit warns of each link that leads out of the folder it removes.
        Files.delete(folder.resolve("slope"));
        return all;
    }

    private static String withoutSeconds(String text) {
        return text.replaceAll("([0-9]+ min )?[0-9.]+ s\\b", "… s");
    }

    private static String ended(String command) {
        if (command.startsWith("./slope serve ")) {
            return endedWhenItServes(command + " --port 0", "Serving");
        }
        return command.startsWith("./slope studio ")
                ? endedWhenItServes(command + " --no-open", "Slope studio: ")
                : command;
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
}
