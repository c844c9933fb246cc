package slope.cli.evaluate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slope.cli.predict.ModelAndRows;
import slope.cli.text.JsonText;
import slope.file.WholeFile;
import slope.onnx.ModelFile;

/// `slope evaluate`.
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Tells how good a saved model is on rows whose answers are known.",
            "",
            "The file has the columns the model was trained on, and what it predicts. Rows without an answer are left"
                    + " out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope evaluate model.onnx newer.csv",
            "  slope evaluate model.onnx newer.csv --report report.html"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page with curves and drawings to this file (.html).")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private ModelAndRows given = new ModelAndRows();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.ifPresent(path -> {
            WholeFile.refuseBadPlace(path);
            given.refuseToWriteOver(path);
        });
        ModelFile saved = given.model();
        Evaluation evaluation = Evaluation.of(saved, given.fileName(), given.read(saved));
        report.ifPresent(path -> {
            byte[] page = ReportPage.of(evaluation).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(path, part -> Files.write(part, page));
        });
        if (json) {
            line.getOut().println(JsonText.of(EvaluationJson.of(evaluation)));
        } else {
            line.getOut().print(EvaluationText.of(evaluation));
        }
        return 0;
    }
}
