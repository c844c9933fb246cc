package slope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.record.ClassWeightsText;
import slope.cli.record.RecordedOptions;
import slope.cli.text.JsonText;
import slope.cli.text.SafeWriter;
import slope.cli.train.TrainCommand;
import slope.internal.file.ScratchFolder;
import slope.onnx.ModelFile;
import slope.table.DataException;

/// `slope verify`. It stands beside [Main], because it runs another command.
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
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The training table, with its folders if it was trained with --partitions.")
    private String data = "";

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
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        ModelFile saved = ModelFile.read(model);
        if (saved.provenance().options().isEmpty()) {
            throw new DataException("%s has no record of its training, so it cannot be verified".formatted(model));
        }
        if (startFrom.isEmpty() && saved.model().record().settings().containsKey("start")) {
            throw new DataException(
                    "%s was trained from another model; name that one with --start-from".formatted(model));
        }
        List<String> options = options(RecordedOptions.of(saved.provenance().options()));
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            return verdict(options, scratch.file("again.onnx"), line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The options of the repeated training. The record may come from anywhere, so no file that it
    /// names is read or written: files that training needs are named again.
    private List<String> options(RecordedOptions recorded) {
        for (String name : recorded.texts().keySet()) {
            if (!TrainCommand.isRecorded(name)) {
                throw new DataException("%s has %s in its record, which slope train never writes there; it was changed"
                        .formatted(model, name));
            }
        }
        List<String> options = new ArrayList<>(withClassWeights(recorded).commandLine());
        startFrom.ifPresent(file -> options.add("--start-from=" + file));
        return options;
    }

    /// An early record names the file of the weights instead of telling them.
    private RecordedOptions withClassWeights(RecordedOptions recorded) {
        Optional<String> weights = recorded.text("--class-weights");
        if (weights.isEmpty()) {
            return recorded;
        }
        boolean isComplete = ClassWeightsText.isComplete(weights.get());
        return classWeights
                .map(file -> recorded.with("--class-weights", file))
                .or(() -> isComplete ? Optional.of(recorded) : Optional.empty())
                .orElseThrow(this::classWeightsAreMissing);
    }

    private DataException classWeightsAreMissing() {
        return new DataException(
                "%s was trained with a file of class weights; name it with --class-weights".formatted(model));
    }

    private int verdict(List<String> options, Path again, CommandLine line) throws IOException {
        List<String> training = new ArrayList<>(List.of("train", data));
        training.addAll(options);
        training.addAll(List.of("--out", again.toString()));
        StringWriter complaints = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        int exitCode = Main.run(nowhere, new PrintWriter(complaints), training.toArray(String[]::new));
        if (exitCode != ExitCode.OK) {
            SafeWriter.exact(line.getErr()).print(complaints); // which are safe already
            return exitCode;
        }
        Verification verification =
                new Verification(model.toString(), data, Verification.Side.of(model), Verification.Side.of(again));
        if (json) {
            line.getOut().print(JsonText.of(verification.json()));
        } else {
            line.getOut().println(verification.sentence());
        }
        return verification.isVerified() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
