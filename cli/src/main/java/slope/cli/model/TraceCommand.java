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
import slope.cli.text.Surface;
import slope.report.json.JsonText;
import slope.report.text.Prose;
import slope.report.trace.RowTrace;
import slope.report.trace.TraceNumbers;
import slope.report.trace.TracePart;
import slope.report.trace.TraceReport;
import slope.report.trace.UpdateReport;
import slope.run.ModelAndRows;
import slope.run.TracedUpdate;

/// `slope trace`.
@Command(
        name = "trace",
        sortOptions = false,
        description = {
            "Shows one row's way through a saved model, or one step of its training.",
            "",
            "A page has the row, the prediction, the columns that moved it most, and the size of each layer's numbers."
                    + " --full writes every product and sum out. All is computed in double precision, one operation"
                    + " after another.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope trace model.onnx rows.csv --row 17",
            "  slope trace model.onnx rows.csv --row 17 --target     also the backward pass",
            "  slope trace model.onnx rows.csv --row 17 --layer 2 --unit 3",
            "  slope trace model.onnx train.csv --update 3:17"
        })
public final class TraceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--row", paramLabel = "N", description = "Which row of the file, from 1.")
    private Optional<Integer> row = Optional.empty();

    @Option(
            names = "--target",
            description = "Also the backward pass from the row's target: the loss, deltas, and each weight's gradient.")
    private boolean target;

    @Option(
            names = "--full",
            description = "Print every number: each product and sum of every network; with --update, every parameter.")
    private boolean full;

    @Option(
            names = "--layer",
            paramLabel = "K",
            converter = StepConverter.class,
            description = "Print every number of layer K, from 1, or of the step from the columns to the inputs or from"
                    + " the outputs to the prediction: columns or outputs.")
    private Optional<TracePart.Step> layer = Optional.empty();

    @Option(names = "--unit", paramLabel = "J", description = "Print only unit J of the layer, from 1.")
    private Optional<Integer> unit = Optional.empty();

    @Option(
            names = "--network",
            paramLabel = "N",
            description = "Print every number of network N, from 1; with --update, in the order of training.")
    private Optional<Integer> network = Optional.empty();

    @Option(
            names = "--json",
            description = "Print one JSON object, numbers at full precision, of the same part: without another option"
                    + " what the page shows.")
    private boolean json;

    @Mixin
    private UpdateOptions update = new UpdateOptions();

    @Mixin
    private ModelArguments given = new ModelArguments();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        update.requireOne(row.isPresent(), line);
        if (update.isAsked()) {
            if (target || layer.isPresent() || unit.isPresent()) {
                throw new ParameterException(line, "--target, --layer and --unit are for --row, not for --update");
            }
            traceUpdate(line);
            return 0;
        }
        int row = this.row.orElseThrow();
        ModelAndRows rows = given.read(line.getErr());
        RowTrace trace = target ? RowTrace.withTarget(rows, row) : RowTrace.of(rows, row);
        Optional<TracePart> part = part(line);
        if (json) {
            line.getOut()
                    .print(JsonText.of(
                            part.map(each -> TraceReport.of(trace, each)).orElseGet(() -> TraceReport.of(trace))));
        } else {
            int width = Surface.ofOutput().width();
            line.getOut()
                    .print(part.map(each -> TraceNumbers.of(trace, each, width)).orElseGet(() -> page(trace, width)));
        }
        return 0;
    }

    private void traceUpdate(CommandLine line) {
        TracedUpdate traced = update.trace(given.model(), given.source(), network, line);
        UpdateReport report = UpdateReport.of(traced, full);
        if (json) {
            line.getOut().print(JsonText.of(report));
        } else {
            line.getOut().print(report.text(Surface.ofOutput().width()));
            if (!full) {
                line.getOut().printf("%nAll parameters: --full.%n");
            }
        }
    }

    /// The part whose numbers are printed; nothing for the page.
    private Optional<TracePart> part(CommandLine line) {
        if (unit.isPresent() && layer.isEmpty()) {
            throw new ParameterException(line, "--unit needs --layer: units are those of a layer");
        }
        return full || layer.isPresent() || network.isPresent()
                ? Optional.of(new TracePart(network, layer, unit))
                : Optional.empty();
    }

    private static String page(RowTrace trace, int width) {
        return TraceReport.of(trace).text(width)
                + new Prose(width).lines("", "--full prints every number, --layer 1 those of a layer");
    }
}
