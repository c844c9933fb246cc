package slope.cli;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// One Java for many commands, so that none of them pays for Java's start and its compiler again. A program called
/// `slope`, to be put on the path, hands each command over with its streams, which Linux names by the process. Servers,
/// which end by a signal, get a Java of their own.
final class SharedJava implements AutoCloseable {
    /// Asks through one pipe and is answered through another; 1 if nobody answers.
    private static final String SLOPE = """
        #!/usr/bin/env bash
        case ${1:-} in serve | studio) exec JAVA "$@" ;; esac
        printf '%s\\0' "$$" "$@" >"${0%/*}/asked"
        read -r code <"${0%/*}/answered"
        exit "${code:-1}"
        """;

    private final Path bin;
    private final Process process;

    private SharedJava(Path bin, Process process) {
        this.bin = bin;
        this.process = process;
    }

    /// @param folder where all commands run
    /// @param bin a new folder for the program `slope`
    static SharedJava started(Path folder, Path bin) throws IOException, InterruptedException {
        Path slope = bin.resolve("slope");
        Files.createDirectory(bin);
        Files.writeString(slope, SLOPE.replace("JAVA", quoted(Launched.line(List.of(), "slope.cli.Main"))));
        Files.writeString(bin.resolve("pipes"), "cd \"${0%/*}\" && chmod +x slope && mkfifo asked answered");
        Launched.of(folder, "bash", bin.resolve("pipes").toString());
        List<String> line = Launched.line(List.of("-XX:+UseSerialGC"), "slope.cli.SharedJava", bin.toString());
        return new SharedJava(
                bin, new ProcessBuilder(line).directory(folder.toFile()).start());
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("' '", words) + "'";
    }

    /// A shell in which `slope` is this Java.
    ProcessBuilder shell(Path folder, String command) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
        shell.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        return shell;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Answers until it is ended.
    public static void main(String[] arguments) throws IOException {
        Path bin = Path.of(arguments[0]);
        while (true) {
            String[] asked;
            try (InputStream pipe = new FileInputStream(bin.resolve("asked").toFile())) {
                asked = new String(pipe.readAllBytes(), StandardCharsets.UTF_8).split("\0", -1);
            }
            // The last of them is behind the last end of a word.
            int exitCode = run("/proc/" + asked[0] + "/fd/", Arrays.copyOfRange(asked, 1, asked.length - 1));
            try (PrintWriter pipe = writer(bin.resolve("answered").toString())) {
                pipe.println(exitCode);
            }
        }
    }

    private static int run(String streams, String... command) throws IOException {
        try (InputStream in = new FileInputStream(streams + 0);
                PrintWriter out = writer(streams + 1);
                PrintWriter err = writer(streams + 2)) {
            System.setIn(in);
            return Main.run(out, err, command);
        }
    }

    /// At the end of what is there, as the shell would write.
    private static PrintWriter writer(String stream) throws IOException {
        return new PrintWriter(new FileOutputStream(stream, true), false, StandardCharsets.UTF_8);
    }
}
