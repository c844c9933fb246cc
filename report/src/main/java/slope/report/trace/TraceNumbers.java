package slope.report.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.layer.Layer;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.TableEncoder;
import slope.reference.Matrix;
import slope.report.model.CalibrationFacts;
import slope.report.model.ConformalFacts;
import slope.report.model.ConformalText;
import slope.report.model.LayerText;
import slope.report.model.TargetFacts;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.report.trace.RowTrace.LinearTrace;
import slope.report.trace.RowTrace.NetworkTrace;
import slope.report.trace.TracePart.Step;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.Column;
import slope.target.Numbers;

/// Every number of a trace, or of a part of it, written out for people: each product and sum.
public final class TraceNumbers {
    private final RowTrace trace;
    private final TracePart part;
    private final Prose prose;

    private TraceNumbers(RowTrace trace, TracePart part, int width) {
        this.trace = trace;
        this.part = part;
        this.prose = new Prose(width);
    }

    /// The numbers as text.
    ///
    /// @param width that a line may have
    /// @throws slope.table.DataException if the trace has no such network, layer or unit
    public static String of(RowTrace trace, TracePart part, int width) {
        part.requireIn(trace);
        TraceNumbers numbers = new TraceNumbers(trace, part, width);
        trace.networks().stream().filter(part::has).forEach(numbers::network);
        if (part.network().isEmpty() && part.has(new Step.Outputs())) {
            numbers.prediction();
        }
        return numbers.prose.toString();
    }

    private void network(NetworkTrace network) {
        if (trace.networks().size() > 1) {
            String weight = trace.model().isWeighted()
                    ? ", weight " + trace.model().weights().get(network.number() - 1)
                    : "";
            prose.title("Network %s of %s%s"
                    .formatted(network.number(), trace.networks().size(), weight));
        }
        if (part.has(new Step.Columns())) {
            prose.heading("Columns to inputs");
            inputs(network.member().encoding(), network.inputs());
        }
        List<Layer> layers = network.network().architecture().layers();
        for (int index = 0; index < layers.size(); index++) {
            if (part.has(new Step.Layer(index + 1))) {
                prose.heading("Layer %s: %s".formatted(index + 1, LayerText.of(network.layer(index))));
                prose.lines(ForwardText.of(
                        Layer.name(index + 1, Optional.empty()),
                        layers.get(index),
                        network.network().layers().get(index),
                        network.forward().layers().get(index),
                        part));
            }
        }
        if (part.has(new Step.Outputs())) {
            network.linear().ifPresent(this::linear);
            outputs(network);
        }
        network.back().ifPresent(back -> backward(network, back));
    }

    /// The inputs of each column.
    private void inputs(TableEncoder encoding, Matrix inputs) {
        TextTable table = new TextTable().row("column", "cell", "input", "value", "how");
        int input = 0;
        for (ColumnEncoder encoder : encoding.columns()) {
            Column cells = trace.row().column(encoder.column());
            for (String name : encoder.inputNames()) {
                if (part.hasUnit(input)) {
                    table.row(
                            encoder.column(),
                            cells.isMissing(0) ? "missing" : cells.text(0),
                            name,
                            number(inputs.at(0, input)),
                            CellText.of(encoder, cells));
                }
                input++;
            }
        }
        prose.table(table);
    }

    /// The layers of a linear part, with all their numbers.
    private void linear(LinearTrace linear) {
        prose.heading("Linear part");
        inputs(linear.part().encoding(), linear.forward().layers().getFirst().inputs());
        List<Layer> layers = linear.network().architecture().layers();
        for (int index = 0; index < layers.size(); index++) {
            prose.lines(ForwardText.of(
                    "linear part " + Layer.name(index + 1, Optional.empty()),
                    layers.get(index),
                    linear.network().layers().get(index),
                    linear.forward().layers().get(index),
                    part));
        }
        if (!linear.isOfOutputs()) {
            prose.lines(TargetText.formulas(
                    new Numbers(linear.part().scales()), linear.forward().outputs(), trace.row()));
        }
        prose.lines(linear.isOfOutputs() ? "added to the outputs" : "added to the decoded outputs");
    }

    private void outputs(NetworkTrace network) {
        prose.heading("Outputs to prediction");
        List<String> lines = TargetText.formulas(network.member().target(), network.decodedOutputs(), trace.row());
        int ofMember = lines.size() / network.forward().outputs().rows();
        prose.lines(IntStream.range(0, lines.size())
                .filter(index -> part.hasUnit(index % ofMember))
                .mapToObj(lines::get)
                .toList());
    }

    private void backward(NetworkTrace network, RowTrace.BackwardTrace back) {
        prose.heading("Backward pass");
        prose.lines(TracedLoss.of(back).lines());
        for (int index = back.backward().layers().size() - 1; index >= 0; index--) {
            if (part.has(new Step.Layer(index + 1))) {
                prose.heading("Layer %s back".formatted(index + 1));
                prose.lines(
                        BackwardText.of(Layer.name(index + 1, Optional.empty()), LayerTrace.of(network, index), part));
            }
        }
    }

    private void prediction() {
        prose.heading("Prediction");
        boolean several = trace.networks().size() > 1
                || trace.networks().getFirst().forward().outputs().rows() > 1;
        prose.lines(
                several
                        ? "the %smean of all ensemble members and networks, in single precision"
                                .formatted(trace.model().isWeighted() ? "weighted " : "")
                        : "in single precision");
        CalibrationFacts.of(trace.model()).ifPresent(found -> prose.lines("then calibrated: " + found.text()));
        TargetText.decision(TargetFacts.of(trace.model())).ifPresent(text -> prose.lines("then " + text));
        ConformalFacts.of(trace.model()).map(ConformalText::lines).ifPresent(prose::lines);
        TextTable table = new TextTable();
        for (Column column : PredictionColumns.of(trace.prediction(), Probabilities.SHOWN)) {
            table.row(column.name(), column.text(0));
        }
        prose.table(table);
    }

    /// Every digit, so that the computation can be repeated.
    private static String number(double value) {
        return Numerals.exact(value);
    }
}
