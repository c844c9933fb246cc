package slope.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.text.MissingText;
import slope.cli.text.ReportOptions;
import slope.report.comparison.ComparisonReport;
import slope.report.comparison.ComparisonRequest;
import slope.report.drift.DriftReport;
import slope.report.json.PageReport;
import slope.run.ModelAndRows;
import slope.run.TwoTables;
import slope.tables.ReadOptions;
import slope.tables.TableSource;

/// `slope compare`.
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Compares two saved models on the same rows, or two tables.",
            "",
            "slope compare A.onnx B.onnx ROWS tells by how much the scores of the second model differ, whether that is"
                    + " more than chance, and on which rows the models disagree. slope compare OLD NEW tells which"
                    + " columns of a table have changed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope compare model.onnx newer.onnx rows.csv",
            "  slope compare model.onnx newer.onnx rows.csv --by region --group customer",
            "  slope compare lastyear.csv thisyear.csv --report drift.html"
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(index = "0", paramLabel = "FILE", description = "A model, or the older table.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "OTHER", description = "Another model, or the newer table.")
    private String second = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ROWS",
            description = "The rows to score two models on, a table with known targets.")
    private Optional<String> rows = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Compare the models' scores by the values of this column, too.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "Rows with the same value, such as a customer's, belong together: intervals take them as one"
                    + " (default: the group column of the trainings).")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--accept-training-rows",
            description = "Compare also on the table that a model was trained on, where its scores say little.")
    private boolean acceptsTrainingRows;

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Text of missing values, besides empty cells and the text that training had; "
                    + MissingText.RULE + ".")
    private List<MissingText> missing = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the samples that are drawn (default: 1).")
    private long seed = 1;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.require(line);
        report.write(rows.<PageReport>map(this::models).orElseGet(this::drift), line);
        return 0;
    }

    private ComparisonReport models(String rows) {
        if (TableSource.of(rows).isStandardInput()) {
            throw unusable("two models read the rows, and standard input can be read once; name a file");
        }
        ComparisonRequest request = new ComparisonRequest(by, group, acceptsTrainingRows, seed);
        ModelAndRows firstModel = read(first, rows);
        ModelAndRows secondModel = read(second, rows);
        report.requirePage(firstModel::requireWritable);
        report.requirePage(secondModel::requireWritable);
        return ComparisonReport.of(firstModel, secondModel, request);
    }

    private ModelAndRows read(String model, String rows) {
        return ModelAndRows.read(Path.of(model), rows, MissingText.on(ReadOptions.none(), missing));
    }

    private DriftReport drift() {
        if (Stream.of(first, second)
                .anyMatch(file -> file.toLowerCase(Locale.ROOT).endsWith(".onnx"))) {
            throw unusable("models are compared on rows with known targets; name their file behind the two models");
        }
        if (by.isPresent() || group.isPresent() || acceptsTrainingRows) {
            throw unusable("--by, --group and --accept-training-rows are for two models; two tables have no scores");
        }
        TwoTables tables = new TwoTables(
                TableSource.of(first), TableSource.of(second), MissingText.on(ReadOptions.none(), missing));
        report.requirePage(tables::requireWritable);
        return DriftReport.of(tables, seed);
    }

    private ParameterException unusable(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
