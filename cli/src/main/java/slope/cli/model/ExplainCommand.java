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
import slope.cli.text.TableNames;
import slope.report.explanation.ExplanationReport;
import slope.report.explanation.ExplanationRequest;
import slope.run.ModelAndRows;

/// `slope explain`.
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Explains a saved model by rows like those it predicts: which columns matter, how predictions depend on"
                    + " them, and what moves the prediction of a row.",
            "",
            "The file has the input columns of the model; importance and scores also need its target columns. Rows"
                    + " that the model did not learn from tell most.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope explain model.onnx newer.csv",
            "  slope explain model.onnx newer.csv --row 17 --fixed age",
            "  slope explain model.onnx newer.csv --by sex --report report.html"
        })
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private ExplainRowOptions row = new ExplainRowOptions();

    @Mixin
    private ExplainColumnOptions columns = new ExplainColumnOptions();

    @Option(
            names = "--of",
            paramLabel = "NAME",
            description = "The class, label, number or quantile that text and charts are about (default: the second of"
                    + " two classes, the one predicted for --row, the middle quantile, or the first).")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--link",
            description = "Let contributions add up to log-odds in place of probabilities, or to logarithms of counts"
                    + " and amounts.")
    private boolean link;

    @Option(
            names = "--exact",
            description = "Compute contributions from every order of the columns, for up to 10 columns or groups.")
    private boolean exact;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the rows and orders that are drawn (default: 1).")
    private long seed = 1;

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
        TableNames names = new TableNames(rows::names);
        ExplanationRequest request =
                new ExplanationRequest(columns.columns(names), row.row(names), output, link, exact, seed);
        ExplanationReport explanation = row.background()
                .map(file -> ExplanationReport.of(rows, given.read(line.getErr(), file), request))
                .orElseGet(() -> ExplanationReport.of(rows, request));
        report.write(explanation, line);
        return 0;
    }
}
