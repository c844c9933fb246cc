package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.report.model.ConformalText;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

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
                        .formatted(Numerals.count(source.row()), source.file(), source.model())));
        page.table(prediction()).lines(decoding());
        report.task().coverage().map(ConformalText::lines).ifPresent(page::lines);
        page.table(columns());
        int more = report.occlusion().size() - MOST;
        if (more > 0) {
            page.lines("and %s more columns, which move the prediction less".formatted(Numerals.count(more)));
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
                            ? Numerals.score(number)
                            : column.value().toString()));
            column.minimum().map(Numerals::score).ifPresent(row::add);
            column.maximum().map(Numerals::score).ifPresent(row::add);
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
            lines.add("%smean of %s%s%s"
                    .formatted(
                            isWeighted() ? "weighted " : "",
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
        TargetText.decision(report.task()).ifPresent(text -> lines.add("then " + text));
        return lines;
    }

    private boolean isWeighted() {
        return report.networks().stream().map(TracedNetwork::weight).distinct().count() > 1;
    }

    private static String joined(List<Double> numbers) {
        return numbers.stream().map(Numerals::score).collect(Collectors.joining(", "));
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
            String prediction = Numerals.score(column.prediction());
            table.row(
                    column.column(),
                    cell(column.column()),
                    Double.isNaN(column.replacedBy()) ? MISSING : Numerals.significant(column.replacedBy(), 5),
                    oneOutput ? prediction : "%s: %s".formatted(column.output(), prediction),
                    Numerals.score(column.change()));
        }
        return table;
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
        first.layers().forEach(layer -> addRows(number(layer), layer, table));
        return table;
    }

    /// Those in a block have its number before theirs.
    private static void addRows(String name, TracedLayer layer, TextTable table) {
        ValueRange outputs = layer.outputs();
        table.row(
                name + " " + layer.layer().name(),
                Numerals.count(layer.layer().units()),
                Numerals.score(outputs.minimum()),
                Numerals.score(outputs.meanAbsolute()),
                Numerals.score(outputs.maximum()),
                Numerals.fixed(outputs.zeros(), 2));
        layer.layers().ifPresent(inside -> inside.forEach(inner -> addRows(name + "." + inner.number(), inner, table)));
    }

    /// The layers that have parameters.
    private TextTable gradients() {
        TextTable table = new TextTable();
        table.row(layer(), "mean |δ|", "gradient norm");
        for (TracedLayer layer : first.layers()) {
            layer.backward()
                    .ifPresent(backward -> backward.gradientNorm()
                            .ifPresent(norm -> table.row(
                                    number(layer) + " " + layer.layer().name(),
                                    Numerals.score(backward.delta().meanAbsolute()),
                                    Numerals.score(norm))));
        }
        return table;
    }

    private String layer() {
        return report.networks().size() == 1 ? "layer" : "layer of network " + first.number();
    }

    /// Numbers of one digit stand above the last digit of longer ones.
    private String number(TracedLayer layer) {
        int digits = Integer.toString(first.layers().size()).length();
        String number = Integer.toString(layer.number());
        return " ".repeat(digits - number.length()) + number;
    }

    /// A cell of the row.
    private String cell(String column) {
        Object value = Objects.requireNonNull(report.row().get(column));
        if (value instanceof Double number) {
            return number.isNaN() ? MISSING : Numerals.exact(number);
        }
        return value.toString();
    }
}
