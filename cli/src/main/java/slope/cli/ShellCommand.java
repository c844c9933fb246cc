package slope.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.table.DataException;

/// `slope shell`: the JDK's JShell, with Slope on its module path.
@Command(
        name = "shell",
        description = {
            "Opens a JShell in which Slope can be used at once.",
            "",
            "All public types of Slope's library are imported, beside those of java.base. What is typed runs in a Java"
                    + " of its own, in the current folder, with the vector kernels. Lines that are piped in run without"
                    + " questions.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope shell               type /help for help, /exit to leave",
            "  slope shell penguins.jsh  runs the lines of a file, then asks for more",
            "  slope shell < lines.jsh   runs them and ends"
        })
final class ShellCommand implements Callable<Integer> {
    /// The library: what a program may use. The modules that it finds at run time come along.
    private static final List<String> LIBRARY =
            List.of("slope.core", "slope.tables", "slope.onnx", "slope.run", "slope.report");

    /// The kernels stand apart from the other jars, as the launcher has them.
    private static final String VECTOR_FOLDER = "vector";

    private static final String MODULE_PATH = "jdk.module.path";
    private static final String STANDARD_INPUT = "-";

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Lines of Java to run first; - is standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws Exception {
        files.forEach(ShellCommand::requireReadable);
        if (System.getProperty(MODULE_PATH) == null) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "the shell needs Slope's modules on Java's module path: start it by the launcher `slope`");
        }
        JavaShellToolBuilder shell = JavaShellToolBuilder.builder();
        boolean isScript = files.isEmpty() ? !isTerminal() : files.contains(STANDARD_INPUT);
        if (isScript) {
            // No history of what nobody typed, and no folder for it in a home that may not be written.
            shell.persistence(new HashMap<>());
        }
        Path startup = Files.createTempFile("slope-shell", ".jsh");
        try {
            Files.writeString(startup, startup());
            List<String> arguments = arguments(startup);
            arguments.addAll(files.isEmpty() && isScript ? List.of(STANDARD_INPUT) : files);
            return shell.start(arguments.toArray(String[]::new));
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    /// JShell's own words would be of another program, and its exit code that of a failure.
    private static void requireReadable(String name) {
        Path file = Path.of(name);
        if (name.equals(STANDARD_INPUT) || (Files.isReadable(file) && !Files.isDirectory(file))) {
            return;
        }
        throw new DataException(
                Files.isDirectory(file)
                        ? "\"%s\" is a folder; name a file of Java's lines in it".formatted(name)
                        : "there is no file \"%s\" that can be read".formatted(name));
    }

    private static String startup() {
        return Stream.concat(Stream.of("java.base"), LIBRARY.stream())
                .map(module -> "import module " + module + ";\n")
                .collect(Collectors.joining());
    }

    /// Flags for JShell and, after `-R`, for the Java that runs what is typed.
    private static List<String> arguments(Path startup) throws IOException {
        List<Path> path = modulePath();
        List<String> arguments = new ArrayList<>(List.of(
                "--startup",
                startup.toString(),
                "--module-path",
                path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                String.join(",", LIBRARY),
                "-R--sun-misc-unsafe-memory-access=allow",
                "-R--enable-native-access=ALL-UNNAMED,duckdb.jdbc"));
        for (Path folder : path) {
            Path flags = folder.resolveSibling("slope.args");
            if (Files.isDirectory(folder.resolve(VECTOR_FOLDER)) && Files.exists(flags)) {
                arguments.add("-R@" + flags);
            }
        }
        return arguments;
    }

    /// Where this process has its modules from, and the folder of the vector kernels beside them.
    private static List<Path> modulePath() {
        return Stream.of(System.getProperty(MODULE_PATH).split(File.pathSeparator))
                .map(Path::of)
                .flatMap(entry -> Stream.of(entry, entry.resolve(VECTOR_FOLDER)))
                .filter(Files::exists)
                .map(Path::toAbsolutePath)
                .toList();
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
