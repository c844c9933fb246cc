package slope.cli.model;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.PageFile;
import slope.cli.text.Surface;
import slope.internal.file.Destination;
import slope.report.evaluation.EvaluationReport;
import slope.report.json.JsonText;
import slope.run.ModelAndRows;

/// `slope evaluate`.
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Scores a saved model on rows with known targets.",
            "",
            "The file has the input columns and the target columns of the model. Rows without a target are left out.",
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

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description =
                    "Rows with the same value, such as a customer's, belong together: intervals of scores take them"
                            + " as one (default: the group column of the training).")
    private Optional<String> group = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write an HTML page with charts to this file; - writes it to standard output,"
                    + " and the text to standard error.")
    private Optional<String> report = Optional.empty();

    @Mixin
    private ModelArguments given = new ModelArguments();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        Optional<Destination> page = report.map(Destination::named);
        boolean printsPage =
                page.filter(Destination.StandardOutput.class::isInstance).isPresent();
        if (json && printsPage) {
            throw new ParameterException(
                    line, "--json and --report both go to standard output; name a file for the report");
        }
        ModelAndRows rows = given.read(line.getErr());
        report.ifPresent(rows::requireWritable);
        EvaluationReport evaluation =
                group.map(column -> EvaluationReport.of(rows, column)).orElseGet(() -> EvaluationReport.of(rows));
        evaluation.rows().predicted().warnings().forEach(warning -> ModelArguments.warn(line.getErr(), warning));
        page.ifPresent(destination -> PageFile.write(evaluation.page(), destination, line.getOut()));
        if (json) {
            line.getOut().print(JsonText.of(evaluation));
        } else {
            Surface surface = printsPage ? Surface.ofErrors() : Surface.ofOutput();
            (printsPage ? line.getErr() : line.getOut()).print(evaluation.text(surface.width()));
        }
        return 0;
    }
}
