package slope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program that ran in a process of its own, in the project's folder, with this build's
/// classes.
///
/// @param exitCode what the shell sees
/// @param out what it printed, and after it what it said on the error stream
record Launched(int exitCode, String out) {
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /// Runs a class, or a source file, to its end.
    static Launched java(String program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--class-path"));
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(program);
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), out);
    }
}
