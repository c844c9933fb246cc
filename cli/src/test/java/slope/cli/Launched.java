package slope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that ran in a process of its own, mostly one of Java with this build's classes.
///
/// @param exitCode what the shell sees
/// @param out what it printed, and after it what it said on the error stream
record Launched(int exitCode, String out) {
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /// Runs a class, or a source file, to its end.
    static Launched java(String program, String... arguments) throws IOException, InterruptedException {
        return ran(PROJECT, line(List.of(), program, arguments));
    }

    /// Runs a source file of the project in another folder.
    static Launched javaIn(Path folder, String program) throws IOException, InterruptedException {
        return ran(folder, line(List.of(), PROJECT.resolve(program).toString()));
    }

    /// Runs another program in a folder.
    static Launched of(Path folder, String... line) throws IOException, InterruptedException {
        Launched ran = ran(folder, List.of(line));
        if (ran.exitCode() != 0) {
            throw new IllegalStateException(List.of(line) + " ended with " + ran.exitCode() + ": " + ran.out());
        }
        return ran;
    }

    private static Launched ran(Path folder, List<String> line) throws IOException, InterruptedException {
        Path out = Files.createTempFile("slope-launched-", ".txt");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            process.getOutputStream().close();
            int exitCode = Patience.exitCode(process);
            return new Launched(exitCode, Files.readString(out));
        } finally {
            Files.delete(out);
        }
    }

    /// Starts one command of Slope, which starts fast and is not waited for; what it prints goes to a file.
    static Process slope(Path out, String... arguments) throws IOException {
        return slope(out, List.of(), arguments);
    }

    /// The same with more flags for Java.
    static Process slope(Path out, List<String> more, String... arguments) throws IOException {
        List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        flags.addAll(more);
        List<String> line = line(flags, "slope.cli.Main", arguments);
        ControlC.isHeeded();
        return new ProcessBuilder(line)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    /// A command line: this build's Java with flags, a program and its arguments.
    static List<String> line(List<String> flags, String program, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--class-path"));
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(program);
        line.addAll(List.of(arguments));
        return line;
    }
}
