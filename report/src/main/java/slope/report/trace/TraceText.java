package slope.report.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import slope.report.model.ScoreFacts;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.table.NumberColumn;

/// A page about a row's way through a model: the prediction, the row with the columns that moved it
/// most, the loss, and the size of the numbers of each layer. Several networks are not listed: the
/// ranges of their predictions are there, and the layers of the first one.
final class TraceText {
    /// More columns or outputs are only counted; the JSON has all.
    private static final int MOST = 12;

    private static final String MISSING = "missing";

    private static final String OCCLUSION =
            "Occlusion: each cell is replaced alone, a number by the value that stands for missing ones, another cell"
                    + " by a missing one. Training may never have seen such a row: the change says what the model does"
                    + " with it, not what would happen.";

    private final TraceReport report;
    private final TracedNetwork first;

    TraceText(TraceReport report) {
        this.report = report;
        this.first = report.networks().getFirst();
    }

    String within(int width) {
        Prose page = new Prose(width);
        report.source()
                .ifPresent(source -> page.lines("row %s of %s, predicted by %s"
                        .formatted(Numbers.count(source.row()), source.file(), source.model())));
        page.table(prediction()).lines(decoding());
        page.table(columns());
        int more = report.occlusion().size() - MOST;
        if (more > 0) {
            page.lines("and %s more columns, which move the prediction less".formatted(Numbers.count(more)));
        }
        page.say(OCCLUSION);
        page.table(layers());
        first.loss().ifPresent(loss -> page.lines(loss(loss)).table(gradients()));
        return page.toString();
    }

    private TextTable prediction() {
        boolean several =
                report.prediction().stream().anyMatch(column -> column.minimum().isPresent());
        TextTable table = several ? new TextTable().row("", "mean", "minimum", "maximum") : new TextTable();
        for (PredictedColumn column : report.prediction()) {
            List<String> row = new ArrayList<>(List.of(
                    column.column(),
                    column.value() instanceof Double number
                            ? ScoreFacts.text(number)
                            : column.value().toString()));
            column.minimum().map(ScoreFacts::text).ifPresent(row::add);
            column.maximum().map(ScoreFacts::text).ifPresent(row::add);
            table.row(row);
        }
        return table;
    }

    private List<String> decoding() {
        List<String> lines = new ArrayList<>();
        int networks = report.networks().size();
        TracedOutputs made = first.outputs();
        int members = made.values().size();
        if (networks * members > 1) {
            lines.add("mean of %s%s%s"
                    .formatted(
                            networks == 1 ? "" : networks + " networks",
                            networks == 1 || members == 1 ? "" : " each of ",
                            members == 1 ? "" : members + " ensemble members"));
        }
        lines.add("from outputs z%s: %s"
                .formatted(networks == 1 ? "" : " of network 1", made.decoding().formula()));
        List<Double> outputs = made.values().getFirst().values();
        if (networks * members == 1 && outputs.size() <= MOST) {
            lines.add("z = " + joined(outputs));
        }
        made.linearPart()
                .filter(part -> part.size() <= MOST)
                .ifPresent(part -> lines.add("linear part: %s, %s".formatted(joined(part), made.added())));
        made.calibration().ifPresent(found -> lines.add("then calibrated: " + found.text()));
        return lines;
    }

    private static String joined(List<Double> numbers) {
        return numbers.stream().map(ScoreFacts::text).collect(Collectors.joining(", "));
    }

    /// The cells and what they do to the prediction.
    private TextTable columns() {
        List<OccludedColumn> columns = report.occlusion();
        boolean oneOutput =
                columns.stream().map(OccludedColumn::output).distinct().count() == 1;
        TextTable table = new TextTable();
        table.row(
                "column", "cell", "replaced by", oneOutput ? columns.getFirst().output() : "prediction", "change");
        for (OccludedColumn column : columns.subList(0, Math.min(MOST, columns.size()))) {
            String prediction = ScoreFacts.text(column.prediction());
            table.row(
                    column.column(),
                    cell(column.column()),
                    Double.isNaN(column.replacedBy()) ? MISSING : rounded(column.replacedBy()),
                    oneOutput ? prediction : "%s: %s".formatted(column.output(), prediction),
                    ScoreFacts.text(column.change()));
        }
        return table;
    }

    /// Five digits.
    private static String rounded(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(5, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<String> loss(TracedLoss loss) {
        List<String> lines = new ArrayList<>();
        report.task().columns().forEach(column -> lines.add("observed  %s: %s".formatted(column, cell(column))));
        lines.addAll(loss.lines());
        if (report.networks().size() > 1) {
            lines.add("          of network 1");
        }
        return lines;
    }

    private TextTable layers() {
        TextTable table = new TextTable();
        table.row(layer(), "units", "min", "mean |a|", "max", "zeros");
        for (TracedLayer layer : first.layers()) {
            ValueRange outputs = layer.outputs();
            table.row(
                    name(layer),
                    Numbers.count(layer.layer().units()),
                    ScoreFacts.text(outputs.minimum()),
                    ScoreFacts.text(outputs.meanAbsolute()),
                    ScoreFacts.text(outputs.maximum()),
                    Numbers.fixed(outputs.zeros(), 2));
        }
        return table;
    }

    /// The layers that have parameters.
    private TextTable gradients() {
        TextTable table = new TextTable();
        table.row(layer(), "mean |δ|", "gradient norm");
        for (TracedLayer layer : first.layers()) {
            layer.backward()
                    .ifPresent(backward -> backward.gradientNorm()
                            .ifPresent(norm -> table.row(
                                    name(layer),
                                    ScoreFacts.text(backward.delta().meanAbsolute()),
                                    ScoreFacts.text(norm))));
        }
        return table;
    }

    private String layer() {
        return report.networks().size() == 1 ? "layer" : "layer of network " + first.number();
    }

    private static String name(TracedLayer layer) {
        return "%s %s".formatted(layer.number(), layer.layer().title());
    }

    /// A cell of the row.
    private String cell(String column) {
        Object value = Objects.requireNonNull(report.row().get(column));
        if (value instanceof Double number) {
            return number.isNaN() ? MISSING : NumberColumn.text(number);
        }
        return value.toString();
    }
}
