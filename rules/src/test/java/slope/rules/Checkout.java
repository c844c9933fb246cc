package slope.rules;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// A copy of Slope's sources in which `slope` has built what it runs, far from the folders that this build
/// is at work in.
///
/// @param root the folder that holds `slope`
record Checkout(Path root) {
    /// Longer than the slowest machine takes to build.
    private static final long MOST_MINUTES = 60;

    /// The one that all tests share or copy from, and none changes. The launcher leaves it as it is while the sources
    /// stay
    /// the same.
    static Checkout built() throws Exception {
        return Built.CHECKOUT.get(MOST_MINUTES, TimeUnit.MINUTES);
    }

    /// Made for the first test that asks; others that run beside it wait. Who asks after a failure is told of it too.
    private static final class Built {
        static final FutureTask<Checkout> CHECKOUT = new FutureTask<>(Checkout::build);

        static {
            CHECKOUT.run();
        }
    }

    private static Checkout build() throws Exception {
        Path sources = SourceTree.ofThisBuild().root();
        Path root = sources.resolve("rules/target/checkout");
        Files.createDirectories(root.resolve("target"));
        bash(root, "find . -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +");
        // A package may be called target as well: only folders of builds stay behind, each by its place.
        bash(
                sources,
                "tar -c --exclude=./.git $(for built in target */target; do echo --exclude=./$built; done) ."
                        + " | tar -x -C rules/target/checkout");
        Checkout checkout = new Checkout(root);
        checkout.slope("--version").succeeded();
        return checkout;
    }

    /// Another place with the same files, by a command such as `cp -a`.
    Checkout copied(Path place, String command) throws Exception {
        bash(root, command + " . \"$0\"", place.toString());
        return new Checkout(place);
    }

    Checkout moved(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        return new Checkout(Files.move(root, place));
    }

    Ran slope(String... arguments) throws Exception {
        String[] line = new String[arguments.length + 1];
        line[0] = root.resolve("slope").toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return run(root, line);
    }

    /// Which build lies in it.
    String current() throws IOException {
        return Files.readString(root.resolve("target/slope/current")).strip();
    }

    Path product() throws IOException {
        return root.resolve("target/slope").resolve(current());
    }

    /// A process that finds the Java that runs the tests.
    static ProcessBuilder process(Path folder, String... line) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().put("SLOPE_JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static void bash(Path folder, String script, String... arguments) throws Exception {
        String[] line = new String[arguments.length + 3];
        System.arraycopy(new String[] {"bash", "-c", script}, 0, line, 0, 3);
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        run(folder, line).succeeded();
    }

    static Ran run(Path folder, String... line) throws Exception {
        return run(process(folder, line), List.of(line));
    }

    static Ran run(ProcessBuilder builder, List<String> line) throws Exception {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Process process = builder.redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " does not end");
            }
            return new Ran(line, process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// What a command came to.
    record Ran(List<String> line, int exitCode, String out, String err) {
        Ran succeeded() {
            if (exitCode != 0) {
                throw new AssertionError("%s ended with %d:%n%s%n%s".formatted(line, exitCode, out, err));
            }
            return this;
        }
    }
}
