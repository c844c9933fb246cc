package slope.cli.trace;

import java.util.ArrayList;
import java.util.List;
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
        network.back().ifPresent(back -> wayBack(back, layers));
    }

    /// What each column becomes.
    private void inputs(RowTrace.NetworkTrace network) {
        prose.heading("Columns to inputs");
        TextTable table = new TextTable().row("column", "cell", "input", "value");
        Matrix inputs = network.forward().layers().getFirst().inputs();
        int input = 0;
        for (ColumnEncoding encoding : network.member().encoding().columns()) {
            Column cells = trace.row().column(encoding.column());
            for (String name : encoding.inputNames()) {
                table.row(
                        encoding.column(),
                        cells.isMissing(0) ? "missing" : cells.text(0),
                        name,
                        number(inputs.at(0, input++)));
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
                prose.lines("entering  " + row(forward.inputs()), "leaving   " + row(forward.outputs()));
        }
    }

    /// Each unit on a line: its products in the order they are added, its bias, sum and output.
    private void dense(Layer.Dense layer, LayerParameters parameters, LayerForward forward) {
        List<String> lines = new ArrayList<>();
        for (int unit = 0; unit < layer.outputs(); unit++) {
            StringBuilder line = new StringBuilder("unit %d: ".formatted(unit + 1));
            for (int input = 0; input < forward.inputs().columns(); input++) {
                line.append(input == 0 ? "" : " + ")
                        .append(number(forward.inputs().at(0, input)))
                        .append('·')
                        .append(number(parameters.weights().at(input, unit)));
            }
            if (parameters.bias().isPresent()) {
                line.append(" + ").append(number(parameters.bias().get().at(0, unit)));
            }
            line.append(" = ").append(number(forward.sums().at(0, unit)));
            line.append(" → %s %s"
                    .formatted(
                            layer.activation().title(), number(forward.outputs().at(0, unit))));
            lines.add(line.toString());
        }
        prose.lines(lines);
    }

    private void wayBack(RowTrace.WayBack back, List<Layer> layers) {
        prose.heading("The way back");
        prose.lines("answer    " + row(back.target()), "loss      " + number(back.value()));
        for (int index = layers.size() - 1; index >= 0; index--) {
            LayerBackward layer = back.backward().layers().get(index);
            prose.heading("Layer %d back".formatted(index + 1));
            List<String> lines = new ArrayList<>();
            lines.add("error     " + row(layer.error()));
            layer.slope().ifPresent(slope -> lines.add("slope     " + row(slope)));
            lines.add("delta     " + row(layer.delta()));
            for (Matrix gradient : layer.gradients()) {
                for (int line = 0; line < gradient.rows(); line++) {
                    lines.add("gradient  " + row(gradient, line));
                }
            }
            prose.lines(lines);
        }
    }

    private void prediction() {
        prose.heading("Prediction");
        TextTable table = new TextTable();
        for (Column column : PredictionColumns.of(trace.prediction(), Probabilities.SHOWN)) {
            table.row(column.name(), column.text(0));
        }
        prose.table(table);
    }

    private static String row(Matrix matrix) {
        return row(matrix, 0);
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
