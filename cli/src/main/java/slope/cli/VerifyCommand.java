package slope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import slope.cli.train.TrainCommand;
import slope.data.DataException;
import slope.onnx.ModelFile;
import slope.onnx.Models;
import slope.onnx.Provenance;

/// `slope verify`. It stands beside [Main], because it runs another command.
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Trains a saved model again, as its own record says, and tells whether the same comes out.",
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

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The table it was trained on.")
    private String data = "";

    @Option(
            names = "--start-from",
            paramLabel = "MODEL",
            description = "The model it went on from, if it was trained with --start-from.")
    private Optional<Path> startFrom = Optional.empty();

    @Option(
            names = "--class-weights",
            paramLabel = "FILE",
            description = "The weights of classes, if it was trained with a file of them.")
    private Optional<String> classWeights = Optional.empty();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        ModelFile saved = ModelFile.read(model);
        if (saved.provenance().options().isEmpty()) {
            throw new DataException(
                    "%s does not say how it was trained, so it cannot be trained again".formatted(model));
        }
        if (startFrom.isEmpty() && saved.provenance().settings().containsKey("start")) {
            throw new DataException("%s went on from another model; name that one with --start-from".formatted(model));
        }
        List<String> options = options(saved.provenance().options());
        try {
            Path folder = Files.createTempDirectory("slope-verify-");
            try {
                return verdict(saved, options, folder, line);
            } finally {
                for (Path file : files(folder)) {
                    Files.delete(file);
                }
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The options to train with. The record may come from anywhere, so no file that it names is read or
    /// written: those that training needs are named again.
    private List<String> options(List<String> recorded) {
        List<String> options = new ArrayList<>(recorded);
        for (int index = 0; index < options.size(); index++) {
            String name = options.get(index).split("=", 2)[0];
            if (name.startsWith("-") && !TrainCommand.isRecorded(name)) {
                throw new DataException("%s has %s in its record, which slope train never writes there; it was changed"
                        .formatted(model, name));
            }
            if (name.equals("--class-weights") && !isBalanced(options, index)) {
                options.subList(index, Math.min(index + 2, options.size())).clear();
                options.addAll(index, List.of(name, classWeights.orElseThrow(this::classWeightsAreMissing)));
            }
        }
        startFrom.ifPresent(file -> options.addAll(List.of("--start-from", file.toString())));
        return options;
    }

    private static boolean isBalanced(List<String> options, int index) {
        return index + 1 < options.size() && options.get(index + 1).equals("balanced");
    }

    private DataException classWeightsAreMissing() {
        return new DataException(
                "%s was trained with a file of class weights; name it with --class-weights".formatted(model));
    }

    private int verdict(ModelFile saved, List<String> options, Path folder, CommandLine line) throws IOException {
        Path again = folder.resolve("again.onnx");
        List<String> training = new ArrayList<>(List.of("train", data));
        training.addAll(options);
        training.addAll(List.of("--out", again.toString()));
        StringWriter complaints = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        int exitCode = Main.run(nowhere, new PrintWriter(complaints), training.toArray(String[]::new));
        if (exitCode != ExitCode.OK) {
            line.getErr().print(complaints);
            return exitCode;
        }
        ModelFile trained = ModelFile.read(again);
        boolean sameModel = sameModel(saved, trained, folder);
        line.getOut().println(sentence(saved, trained, Files.mismatch(model, again) < 0, sameModel));
        return sameModel ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String sentence(ModelFile saved, ModelFile trained, boolean sameFile, boolean sameModel) {
        if (sameFile) {
            return "verified: training again gives %s, byte for byte".formatted(model);
        }
        if (sameModel) {
            return "verified: training again gives the same model, bit for bit; it was trained on %s, and now on %s"
                    .formatted(
                            text(saved.provenance().machine()),
                            text(trained.provenance().machine()));
        }
        if (!saved.provenance().data().hash().equals(trained.provenance().data().hash())) {
            return "not verified: %s is not the table that the model was trained on".formatted(data);
        }
        if (!saved.provenance()
                .data()
                .splitHash()
                .equals(trained.provenance().data().splitHash())) {
            return "not verified: the rows are split otherwise than when the model was trained";
        }
        return "not verified: training again gives another model; it was trained by slope %s, and now by slope %s"
                .formatted(
                        saved.provenance().slopeVersion(), trained.provenance().slopeVersion());
    }

    private static String text(Provenance.Machine machine) {
        return "%s kernels with %d threads on %s".formatted(machine.kernels(), machine.threads(), machine.jvm());
    }

    /// Whether encodings, layers and every parameter agree.
    private static boolean sameModel(ModelFile saved, ModelFile trained, Path folder) throws IOException {
        Path first = folder.resolve("first.onnx");
        Path second = folder.resolve("second.onnx");
        Models.save(saved.model(), first);
        Models.save(trained.model(), second);
        return Files.mismatch(first, second) < 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
