package slope.cli.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slope.cli.text.Surface;
import slope.report.json.JsonText;
import slope.report.trace.RowTrace;
import slope.report.trace.TraceJson;
import slope.report.trace.TraceReport;
import slope.run.ModelAndRows;
import slope.table.DataException;
import slope.table.Table;

/// `slope trace`.
@Command(
        name = "trace",
        sortOptions = false,
        description = {
            "Shows the forward pass of one row through a saved model: the inputs, every product and sum of every layer,"
                    + " and the prediction. Computed in double precision, one operation after another.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope trace model.onnx rows.csv --row 17",
            "  slope trace model.onnx rows.csv --row 17 --target     also the backward pass"
        })
public final class TraceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--row", required = true, paramLabel = "N", description = "Which row of the file, from 1.")
    private int row;

    @Option(
            names = "--target",
            description = "Also the backward pass from the row's target: the loss, deltas, and each weight's gradient.")
    private boolean target;

    @Option(names = "--json", description = "Print one JSON object, numbers at full precision.")
    private boolean json;

    @Mixin
    private ModelArguments given = new ModelArguments();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        ModelAndRows rows = given.read(line.getErr());
        Table table = rows.table(target ? rows.model().model().target().columns() : List.of());
        if (row < 1 || row > table.rows()) {
            throw new DataException(String.format(
                    Locale.ROOT, "%s has no row %,d; its rows are 1 to %,d", rows.rowsName(), row, table.rows()));
        }
        Table traced = table.select(new int[] {row - 1});
        RowTrace trace = target
                ? RowTrace.withAnswer(rows.model(), traced)
                : RowTrace.of(rows.model().model(), traced);
        if (json) {
            line.getOut().print(JsonText.of(TraceJson.of(trace)));
        } else {
            line.getOut().print(TraceReport.of(trace, Surface.ofOutput().width()));
        }
        return 0;
    }
}
