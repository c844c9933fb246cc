package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The commands that stand in boxes, because they need what only a reader has: here it is made first. The other
/// commands of the guides are run by [GuidesTest].
@Tag("long")
@EnabledOnOs(OS.LINUX) // as those are
class BoxedCommandsTest {
    private static final Path GUIDES = Launched.PROJECT.resolve("docs/how-to");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)\\S*");

    @TempDir
    private Path folder;

    private Optional<Process> server = Optional.empty();

    @BeforeEach
    void place() throws Exception {
        Launched.of(folder, "cp", "-R", Launched.PROJECT.resolve("examples").toString(), ".");
        program("slope", "exec '" + String.join("' '", Launched.line(List.of(), "slope.cli.Main")) + "' \"$@\"");
    }

    @AfterEach
    void end() {
        server.ifPresent(Process::destroyForcibly);
    }

    @Test
    void aFileOfOnesOwn() throws Exception {
        Files.writeString(folder.resolve("orders.csv"), orders());

        String said = ran(lines("train.md", "orders.csv"));

        assertThat(said).contains("letters, refund");
    }

    @Test
    void aDatabaseOfOnesOwn() throws Exception {
        assumeThat(MachinesPostgres.isThere())
                .as("PostgreSQL is on this machine: the command of train.md with a database is run on it")
                .isTrue();
        Files.writeString(folder.resolve("orders.csv"), orders());
        Path driver = Path.of(Class.forName("org.postgresql.Driver")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(driver, Files.createDirectory(folder.resolve("drivers")).resolve("postgresql.jar"));
        MachinesPostgres postgres = MachinesPostgres.started();
        try {
            postgres.query(folder, "postgres", "create database shop");
            postgres.query(folder, "shop", "create table orders (amount int, items int, review text, returned text)");
            postgres.query(folder, "shop", "\\copy orders from orders.csv csv header");

            String said = ran("export SLOPE_DB_USER=postgres\n"
                    + lines("train.md", "jdbc:postgresql").replace("//host/", "//localhost:" + postgres.port() + "/"));

            assertThat(said).contains("classification of \"returned\"");
        } finally {
            postgres.stop();
        }
    }

    private static String orders() {
        StringBuilder rows = new StringBuilder("amount,items,review,returned\n");
        for (int row = 0; row < 120; row++) {
            boolean comesBack = row % 3 == 0;
            rows.append("%d,%d,%s no. %d,%s\n"
                    .formatted(
                            10 + row * 37 % 90,
                            1 + row % 4,
                            comesBack ? "I want a refund for" : "Very good is",
                            row,
                            comesBack ? "yes" : "no"));
        }
        return rows.toString();
    }

    @Test
    void theFilesOfARunOfTheStudio() throws Exception {
        URI address = serve("slope studio examples/penguins.csv --no-open");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String cookie = client.send(request(address, "").build(), BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .split(";", 2)[0];
            await(client, request(address.resolve("/api/state"), cookie), "\"phase\":\"ready\"");
            HttpResponse<String> begun = client.send(
                    request(address.resolve("/api/runs"), cookie)
                            .POST(BodyPublishers.ofString("""
                                {"target": {"columns": ["species"]}, "recipe": {"name": "plain", "settings": {"epochs": 3}}}\
                                """))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            await(client, request(address.resolve("/api/runs/1"), cookie), "\"state\":\"finished\"");
        }

        String said = ran(lines("studio.md", "slope-runs"));

        assertThat(said).contains("accuracy");
        assertThat(folder.resolve("again.onnx")).hasSameBinaryContentAs(folder.resolve("slope-runs/run-1/model.onnx"));
    }

    private static HttpRequest.Builder request(URI address, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Patience.LIMIT)
                .header("X-Slope", "1")
                .header("Content-Type", "application/json");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private void await(HttpClient client, HttpRequest.Builder request, String wanted) throws Exception {
        Patience.await(
                server.orElseThrow(),
                () -> client.send(request.GET().build(), BodyHandlers.ofString())
                        .body()
                        .contains(wanted),
                () -> "nothing like " + wanted);
    }

    /// The way to the other machine is left out: `ssh` starts what it is given right here.
    @Test
    void aStudioOnAnotherMachine() throws Exception {
        Files.copy(folder.resolve("examples/penguins.csv"), folder.resolve("table.csv"));
        program("ssh", "shift 3; exec \"$@\"");

        URI address = serve(lines("studio.md", "ssh").strip().replace("9000", "0"));

        assertThat(address.getQuery()).startsWith("token=");
    }

    @Test
    void aClientInPython() throws Exception {
        assumeThat(canImport("numpy, tritonclient.http"))
                .as("python3 has numpy and tritonclient: the program of serve.md is run with them")
                .isTrue();
        int port = servePenguins();
        Files.writeString(
                folder.resolve("client.py"),
                boxes("serve.md", "python").findFirst().orElseThrow().replace("localhost:8080", "localhost:" + port));

        assertThat(ran("python3 client.py")).containsPattern("\\[[01]\\.\\d*");
    }

    private boolean canImport(String modules) throws Exception {
        return ran("python3 -c 'import " + modules + "' 2>/dev/null && echo yes || echo no")
                .equals("yes\n");
    }

    /// Prometheus itself is not asked: what its alert names is what the server says.
    @Test
    void whatAnAlertNames() throws Exception {
        int port = servePenguins();
        String metrics = ran("""
            sed '3,$d; s/Torgersen/Atlantis/' examples/penguins.csv >row.csv
            curl --fail -sS -H 'Content-Type: text/csv' --data-binary @row.csv localhost:%d/predict/penguins
            curl --fail -sS localhost:%d/metrics\
            """.formatted(port, port));
        String alert = boxes("serve.md", "promql").findFirst().orElseThrow();

        assertThat(Pattern.compile("slope_\\w+").matcher(alert).results().map(found -> found.group() + "{"))
                .hasSize(2)
                .allSatisfy(name -> assertThat(metrics).contains("\n" + name));
        assertThat(alert).contains("slope_unseen_values_total{column=\"island\"}", "ignoring(column)");
        assertThat(metrics).contains("slope_unseen_values_total{model_name=\"penguins\",column=\"island\"} 1\n");
    }

    private int servePenguins() throws Exception {
        ran("slope train examples/penguins.csv --target species --recipe plain --epochs 3 --out penguins.onnx");
        return serve("slope serve penguins.onnx --port 0").getPort();
    }

    private URI serve(String command) throws Exception {
        Path said = Files.createFile(folder.resolve("served.txt"));
        Process process = shell("exec " + command, said).start();
        server = Optional.of(process);
        Patience.await(process, () -> ADDRESS.matcher(Files.readString(said)).find(), () -> Files.readString(said));
        return ADDRESS.matcher(Files.readString(said))
                .results()
                .map(found -> URI.create(found.group()))
                .findFirst()
                .orElseThrow();
    }

    /// The lines of a page's boxes that have some words.
    private static String lines(String page, String words) throws Exception {
        String lines = boxes(page, "sh")
                .flatMap(String::lines)
                .filter(line -> line.contains(words))
                .reduce("", (before, line) -> before + line + "\n");
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static Stream<String> boxes(String page, String language) throws Exception {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(GUIDES.resolve(page)))
                .results()
                .map(found -> found.group(1));
    }

    private String ran(String commands) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = shell("set -e\n" + commands, said).start();
        assertThat(Patience.exitCode(process))
                .as("%s says: %s", commands, Files.readString(said))
                .isZero();
        return Files.readString(said);
    }

    private ProcessBuilder shell(String commands, Path said) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", commands).directory(folder.toFile());
        shell.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        return shell.redirectErrorStream(true).redirectOutput(said.toFile());
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
