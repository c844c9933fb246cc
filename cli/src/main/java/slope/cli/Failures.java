package slope.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import slope.cli.text.RemedyText;
import slope.internal.text.Numerals;
import slope.table.DataException;
import slope.table.Remedy;
import slope.training.DivergedException;

/// Failures: one sentence on the error stream, and an exit code for scripts.
final class Failures {
    /// If this variable is set, the stack trace of an unexpected failure is printed.
    private static final String DEBUG = "SLOPE_DEBUG";

    private Failures() {}

    /// An option or argument is invalid: exit code 2.
    static int ofUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        line.getErr()
                .printf(
                        "slope: %s (see %s --help)%n",
                        UsageText.of(failure), line.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    /// Data that is not usable: exit code 2. Training that diverged, and all else: 1.
    static int ofExecution(Exception failure, CommandLine line, ParseResult parsed) {
        Function<Remedy, String> words = remedy -> RemedyText.of(remedy, line.getCommandSpec());
        String sentence = switch (failure) {
            case DataException data -> data.message(words);
            case DivergedException diverged -> diverged.message(words);
            default ->
                "unexpected failure: %s; please report it (%s=1 prints the stack trace)".formatted(failure, DEBUG);
        };
        line.getErr().println("slope: " + sentence);
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(line.getErr());
        }
        return failure instanceof DataException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /// The JVM's heap is full: exit code 1.
    static int ofMemory(CommandLine line) {
        line.getErr()
                .printf(
                        "slope: the data does not fit into %s MB of memory; use fewer rows or columns, or give Java"
                                + " more with SLOPE_JAVA_OPTIONS=-Xmx8g%n",
                        Numerals.count(Runtime.getRuntime().maxMemory() >> 20));
        return ExitCode.SOFTWARE;
    }
}
