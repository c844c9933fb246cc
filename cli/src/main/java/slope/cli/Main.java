package slope.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import slope.cli.compare.CompareCommand;
import slope.cli.lesson.LessonCommand;
import slope.cli.model.CardCommand;
import slope.cli.model.EvaluateCommand;
import slope.cli.model.ExplainCommand;
import slope.cli.model.InspectCommand;
import slope.cli.model.PredictCommand;
import slope.cli.model.TraceCommand;
import slope.cli.model.VerifyCommand;
import slope.cli.serve.ServeCommand;
import slope.cli.studio.StudioCommand;
import slope.cli.text.SafeWriter;
import slope.cli.train.CrossValidateCommand;
import slope.cli.train.CurveCommand;
import slope.cli.train.Interruption;
import slope.cli.train.TrainCommand;
import slope.cli.train.TuneCommand;
import slope.internal.file.ScratchFolder;
import slope.onnx.SlopeVersion;
import slope.run.Stopwatch;

/// The entry point of the command line.
@Command(
        name = "slope",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        subcommands = {
            LessonCommand.class,
            TrainCommand.class,
            CrossValidateCommand.class,
            TuneCommand.class,
            CurveCommand.class,
            PredictCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            TraceCommand.class,
            VerifyCommand.class,
            InspectCommand.class,
            CardCommand.class,
            ServeCommand.class,
            StudioCommand.class,
            ShellCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        description = {"Trains neural networks on tables and shows every number while it does.", ""},
        footer = {
            "",
            "Try:",
            "  slope lesson 1                                      how one unit learns",
            "  slope train examples/penguins.csv --target species  trains on a table",
            "  slope train --help                                  what a command can do"
        })
final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    public static void main(String[] arguments) {
        StandardOutput out = StandardOutput.ofProcess();
        PrintWriter err = writer(StandardError.ofProcess());
        int exitCode;
        try (Interruption interruption = Interruption.watched(() -> lastWord(err, arguments))) {
            ScratchFolder.removeLeftovers();
            exitCode = out.exitCode(
                    run(Stopwatch.ofProcess(), interruption, writer(out), err, arguments), SafeWriter.of(err));
        }
        System.exit(exitCode);
    }

    /// Only of a training it might be unclear what there is of it.
    private static void lastWord(PrintWriter err, String... arguments) {
        if (arguments.length > 0 && Set.of("train", "tune").contains(arguments[0])) {
            err.println("slope: interrupted before training; nothing is saved");
            err.flush();
        }
    }

    /// Everything but the exit, so that tests and the warm-up can call it in their own process.
    ///
    /// @return 0 if all went well, 2 if the command or the data cannot be used, 1 for other
    ///     failures
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(Stopwatch.started(System::nanoTime), Interruption.none(), out, err, arguments);
    }

    /// @param stopwatch runs since the command started, which a time limit counts from
    static int run(
            Stopwatch stopwatch, Interruption interruption, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = OptionTypes.registeredOn(commands(stopwatch, interruption))
                .setExpandAtFiles(false) // an argument "@file" is no order to read that file
                .setOut(SafeWriter.of(out))
                .setErr(SafeWriter.of(err))
                .setExecutionStrategy(Main::helpOrRun)
                .setParameterExceptionHandler(Failures::ofUsage)
                .setExecutionExceptionHandler(Failures::ofExecution);
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            return Failures.ofMemory(line);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// All commands, before their output is set up.
    static CommandLine commands(Stopwatch stopwatch, Interruption interruption) {
        return new CommandLine(new Main(), new CommandFactory(stopwatch, interruption));
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        line.usage(SafeWriter.exact(line.getOut()));
    }

    /// The help has Slope's own layout and may have colours.
    private static int helpOrRun(ParseResult parsed) {
        CommandLine line = parsed.commandSpec().commandLine();
        PrintWriter said = line.getOut();
        line.setOut(SafeWriter.exact(said));
        Integer help = CommandLine.executeHelpRequest(parsed);
        line.setOut(said);
        if (help != null) {
            return help;
        }
        OptionTypes.requireArguments(parsed);
        return new CommandLine.RunLast().execute(parsed);
    }

    /// UTF-8 wherever it goes: the reports have arrows and dashes, and files are read elsewhere.
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /// The version that Maven wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"slope " + SlopeVersion.number()};
        }
    }
}
