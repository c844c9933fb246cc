package slope.cli.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.report.json.JsonText;
import slope.report.model.VerificationReport;
import slope.run.ClassWeightsText;
import slope.run.Verification;

/// `slope verify`.
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Repeats the training of a saved model from its record, and checks that the result is the same.",
            "",
            "Exit code 0 if it does, 1 if not.",
            ""
        },
        footer = {"", "Example:", "  slope verify model.onnx --data train.csv"})
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "The training table, with its folders if it was trained with --partitions; may be left out"
                    + " with --query.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Option(
            names = "--start-from",
            paramLabel = "MODEL",
            description = "The initial model, if it was trained with --start-from.")
    private Optional<Path> startFrom = Optional.empty();

    @Option(
            names = "--class-weights",
            paramLabel = "FILE",
            description = "The class weights in place of the recorded ones. An early model, trained with a file of"
                    + " them, does not record them.")
    private Optional<String> classWeights = Optional.empty();

    @Option(
            names = "--json",
            description = "Print one JSON object instead of the sentence: the verdict, hashes, and all that differs.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        Verification verification =
                Verification.of(model, sources.source(data), startFrom, classWeights.map(ClassWeightsText::read));
        if (json) {
            line.getOut().print(JsonText.of(VerificationReport.of(verification)));
        } else {
            line.getOut().println(verification.sentence());
        }
        return verification.isVerified() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
