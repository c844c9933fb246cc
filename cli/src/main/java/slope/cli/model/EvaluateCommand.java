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
import picocli.CommandLine.Spec;
import slope.cli.text.ReportOptions;
import slope.report.evaluation.EvaluationReport;
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

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private ModelArguments given = new ModelArguments();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.require(line);
        ModelAndRows rows = given.read(line.getErr());
        report.requirePage(rows::requireWritable);
        EvaluationReport evaluation =
                group.map(column -> EvaluationReport.of(rows, column)).orElseGet(() -> EvaluationReport.of(rows));
        evaluation.rows().predicted().warnings().forEach(warning -> ModelArguments.warn(line.getErr(), warning));
        report.write(evaluation, line);
        return 0;
    }
}
