package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import slope.layer.Layer;
import slope.preprocess.ColumnEncoder;
import slope.reference.LayerBackward;
import slope.reference.Matrix;
import slope.report.model.LayerFacts;
import slope.report.model.LayerText;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.Column;
import slope.table.NumberColumn;

/// A trace of one row, written out for people.
public final class TraceReport {
    private final RowTrace trace;
    private final Prose prose;

    private TraceReport(RowTrace trace, int width) {
        this.trace = trace;
        this.prose = new Prose(width);
    }

    /// The report for people.
    ///
    /// @param width that a line may have
    public static String of(RowTrace trace, int width) {
        TraceReport report = new TraceReport(trace, width);
        for (int index = 0; index < trace.networks().size(); index++) {
            if (trace.networks().size() > 1) {
                report.prose.title(
                        "Network %s of %s".formatted(index + 1, trace.networks().size()));
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
            prose.heading("Layer %s: %s"
                    .formatted(
                            index + 1,
                            LayerText.of(LayerFacts.of(network.network().architecture(), index))));
            prose.lines(ForwardText.of(
                    layers.get(index),
                    network.network().layers().get(index),
                    network.forward().layers().get(index)));
        }
        prose.heading("Outputs to prediction");
        prose.lines(
                TargetText.formulas(network.member().target(), network.forward().outputs(), trace.row()));
        network.back().ifPresent(back -> wayBack(back, layers));
    }

    /// The inputs of each column.
    private void inputs(RowTrace.NetworkTrace network) {
        prose.heading("Columns to inputs");
        TextTable table = new TextTable().row("column", "cell", "input", "value", "how");
        Matrix inputs = network.forward().layers().getFirst().inputs();
        int input = 0;
        for (ColumnEncoder encoding : network.member().encoding().columns()) {
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

    private void wayBack(RowTrace.WayBack back, List<Layer> layers) {
        prose.heading("Backward pass");
        List<String> loss = new ArrayList<>(List.of("target    " + row(back.target(), 0)));
        loss.addAll(LossText.lines(back));
        prose.lines(loss);
        for (int index = layers.size() - 1; index >= 0; index--) {
            LayerBackward layer = back.backward().layers().get(index);
            prose.heading("Layer %s back".formatted(index + 1));
            List<String> lines = new ArrayList<>();
            lines.addAll(rows("error", layer.error()));
            layer.derivative().ifPresent(derivative -> lines.addAll(rows("derivative", derivative)));
            lines.addAll(rows("delta", layer.delta()));
            layer.gradients().forEach(gradient -> lines.addAll(rows("gradient", gradient)));
            prose.lines(lines);
        }
    }

    private void prediction() {
        prose.heading("Prediction");
        if (trace.networks().size() > 1
                || trace.networks().getFirst().forward().outputs().rows() > 1) {
            prose.lines("the mean of all ensemble members and networks");
        }
        TextTable table = new TextTable();
        for (Column column : PredictionColumns.of(trace.prediction(), Probabilities.SHOWN)) {
            table.row(column.name(), column.text(0));
        }
        prose.table(table);
    }

    /// A line for each row: of an ensemble member, or of a weight's inputs.
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

    /// Every digit, so that the computation can be repeated.
    private static String number(double value) {
        return NumberColumn.text(value);
    }
}
