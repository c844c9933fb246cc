package slope.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slope.cli.inspect.LayerText;
import slope.cli.predict.PredictionColumns;
import slope.cli.predict.PredictionColumns.Probabilities;
import slope.cli.text.Prose;
import slope.cli.text.TextTable;
import slope.data.Column;
import slope.data.ColumnEncoding;
import slope.data.NumberColumn;
import slope.network.Layer;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
import slope.reference.LayerParameters;
import slope.reference.Matrix;

/// A row's way, written out for people.
final class TraceReport {
    private final RowTrace trace;
    private final Prose prose = new Prose();

    private TraceReport(RowTrace trace) {
        this.trace = trace;
    }

    static String of(RowTrace trace) {
        TraceReport report = new TraceReport(trace);
        for (int index = 0; index < trace.networks().size(); index++) {
            if (trace.networks().size() > 1) {
                report.prose.title(
                        "Network %d of %d".formatted(index + 1, trace.networks().size()));
            }
            report.network(trace.networks().get(index));
        }
        report.prediction();
        return report.prose.toString();
    }

    private void network(RowTrace.NetworkTrace network) {
        inputs(network);
        List<Layer> layers = network.network().architecture().layers();
        for (int index = 0; index < layers.size(); index++) {
            prose.heading("Layer %d: %s".formatted(index + 1, LayerText.of(layers.get(index))));
            forward(
                    layers.get(index),
                    network.network().layers().get(index),
                    network.forward().layers().get(index));
        }
        prose.heading("Outputs to prediction");
        prose.lines(OutputText.of(network.member().target(), network.forward().outputs(), trace.row()));
        network.back().ifPresent(back -> wayBack(back, layers));
    }

    /// What each column becomes.
    private void inputs(RowTrace.NetworkTrace network) {
        prose.heading("Columns to inputs");
        TextTable table = new TextTable().row("column", "cell", "input", "value", "how");
        Matrix inputs = network.forward().layers().getFirst().inputs();
        int input = 0;
        for (ColumnEncoding encoding : network.member().encoding().columns()) {
            Column cells = trace.row().column(encoding.column());
            for (String name : encoding.inputNames()) {
                table.row(
                        encoding.column(),
                        cells.isMissing(0) ? "missing" : cells.text(0),
                        name,
                        number(inputs.at(0, input++)),
                        CellText.of(encoding, cells));
            }
        }
        prose.table(table);
    }

    private void forward(Layer layer, LayerParameters parameters, LayerForward forward) {
        switch (layer) {
            case Layer.Dense dense -> dense(dense, parameters, forward);
            case Layer.Features _,
                    Layer.Scale _,
                    Layer.Blend _,
                    Layer.Dropout _,
                    Layer.MemberScale _,
                    Layer.MemberDense _ ->
                prose.lines(Stream.of(rows("entering", forward.inputs()), rows("leaving", forward.outputs()))
                        .flatMap(List::stream)
                        .toList());
        }
    }

    /// Each unit on a line: its products in the order they are added, its bias, sum and output.
    private void dense(Layer.Dense layer, LayerParameters parameters, LayerForward forward) {
        List<String> lines = new ArrayList<>();
        int members = forward.inputs().rows();
        for (int member = 0; member < members; member++) {
            for (int unit = 0; unit < layer.outputs(); unit++) {
                String name = "unit %d: ".formatted(unit + 1);
                lines.add((members == 1 ? name : "member %d, ".formatted(member + 1) + name)
                        + unit(member, unit, layer, parameters, forward));
            }
        }
        prose.lines(lines);
    }

    private static String unit(
            int member, int unit, Layer.Dense layer, LayerParameters parameters, LayerForward forward) {
        StringBuilder line = new StringBuilder();
        for (int input = 0; input < forward.inputs().columns(); input++) {
            line.append(input == 0 ? "" : " + ")
                    .append(number(forward.inputs().at(member, input)))
                    .append('·')
                    .append(number(parameters.weights().at(input, unit)));
        }
        if (parameters.bias().isPresent()) {
            line.append(" + ").append(number(parameters.bias().get().at(0, unit)));
        }
        return line.append(" = %s → %s %s"
                        .formatted(
                                number(forward.sums().at(member, unit)),
                                layer.activation().title(),
                                number(forward.outputs().at(member, unit))))
                .toString();
    }

    private void wayBack(RowTrace.WayBack back, List<Layer> layers) {
        prose.heading("The way back");
        prose.lines("answer    " + row(back.target(), 0), "loss      " + number(back.value()));
        for (int index = layers.size() - 1; index >= 0; index--) {
            LayerBackward layer = back.backward().layers().get(index);
            prose.heading("Layer %d back".formatted(index + 1));
            List<String> lines = new ArrayList<>();
            lines.addAll(rows("error", layer.error()));
            layer.slope().ifPresent(slope -> lines.addAll(rows("slope", slope)));
            lines.addAll(rows("delta", layer.delta()));
            layer.gradients().forEach(gradient -> lines.addAll(rows("gradient", gradient)));
            prose.lines(lines);
        }
    }

    private void prediction() {
        prose.heading("Prediction");
        if (trace.networks().size() > 1
                || trace.networks().getFirst().forward().outputs().rows() > 1) {
            prose.lines("the mean of all members and networks");
        }
        TextTable table = new TextTable();
        for (Column column : PredictionColumns.of(trace.prediction(), Probabilities.SHOWN)) {
            table.row(column.name(), column.text(0));
        }
        prose.table(table);
    }

    /// A line for each row: of a member, or of a weight's inputs.
    private static List<String> rows(String name, Matrix matrix) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            lines.add("%-10s%s".formatted(name, row(matrix, row)));
        }
        return lines;
    }

    private static String row(Matrix matrix, int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < matrix.columns(); column++) {
            text.append(column == 0 ? "" : "  ").append(number(matrix.at(row, column)));
        }
        return text.toString();
    }

    /// Every digit: whoever traces wants to compute after.
    private static String number(double value) {
        return NumberColumn.text(value);
    }
}
