package slope.report.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import slope.explain.Dependence;
import slope.internal.text.Numerals;
import slope.report.explanation.AttributionFacts.Contribution;
import slope.report.explanation.AttributionFacts.ExplainedRow;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;
import slope.report.page.RowBars;
import slope.table.ColumnKind;

/// Charts of an explanation.
final class ExplanationDrawings {
    private static final int MOST_COLUMNS = 15;
    /// Dates that an axis has room for.
    private static final int MOST_LABELS = 3;
    /// Colours from the lowest value to the highest.
    private static final int SHADES = 5;

    private final ExplanationReport report;
    private final ExplanationWords words;
    private final String shown;

    ExplanationDrawings(ExplanationReport report) {
        this.report = report;
        this.words = new ExplanationWords(report);
        this.shown = report.model().output();
    }

    /// A dot for each row and column, coloured from the column's lowest value to its highest.
    String swarm() {
        List<String> columns = new ExplanationTables(report)
                .sortedSizes().stream()
                        .map(Map.Entry::getKey)
                        .limit(MOST_COLUMNS)
                        .toList();
        List<ExplainedRow> rows = report.attributions().rows();
        RowBars swarm = new RowBars(Axis.around(
                "contribution to " + words.scale(),
                rows.stream()
                        .flatMap(row -> row.columns().values().stream())
                        .map(words::contribution)
                        .toList()));
        for (String column : columns) {
            List<Contribution> cells = rows.stream()
                    .map(row -> Objects.requireNonNull(row.columns().get(column)))
                    .toList();
            swarm.dots(column, cells.stream().map(words::contribution).toList(), shades(cells));
        }
        return swarm.figure("Contributions of %s rows".formatted(rows.size()));
    }

    /// By the ranks of numbers and dates; other values have one colour.
    private static List<String> shades(List<Contribution> cells) {
        List<String> values =
                cells.stream().map(cell -> cell.value().orElse("")).toList();
        boolean areNumbers = values.stream().allMatch(value -> value.matches("|-?[0-9.]+(E-?[0-9]+)?"));
        boolean areDates = values.stream().allMatch(value -> value.matches("|\\d{4}-\\d\\d-\\d\\d.*"));
        List<String> ascending = values.stream()
                .filter(value -> !value.isEmpty() && (areNumbers || areDates))
                .distinct()
                .sorted((one, other) -> areNumbers
                        ? Double.compare(Double.parseDouble(one), Double.parseDouble(other))
                        : one.compareTo(other))
                .toList();
        return values.stream()
                .map(ascending::indexOf)
                .map(rank -> rank < 0 ? "dot none" : "dot s" + SHADES * rank / ascending.size())
                .toList();
    }

    /// From the base to the prediction, a step for each column.
    String waterfall(ExplainedRow row) {
        List<Map.Entry<String, Contribution>> strongest = words.strongest(row);
        double base = report.attributions().base().getOrDefault(shown, Double.NaN);
        List<Double> ends = new ArrayList<>(List.of(base));
        for (Map.Entry<String, Contribution> each : strongest.reversed()) {
            ends.add(ends.getLast() + words.contribution(each.getValue()));
        }
        int hidden = Math.max(0, strongest.size() - MOST_COLUMNS);
        RowBars bars = new RowBars(Axis.around(words.scale(), ends));
        for (int index = 0; index < strongest.size() - hidden; index++) {
            double to = ends.get(strongest.size() - index);
            double from = ends.get(strongest.size() - index - 1);
            bars.bar(
                    ExplanationWords.cell(
                            strongest.get(index).getKey(), strongest.get(index).getValue()),
                    from,
                    to,
                    to < from ? "lowers" : "raises");
        }
        if (hidden > 0) {
            bars.bar(hidden + " other columns", base, ends.get(hidden), ends.get(hidden) < base ? "lowers" : "raises");
        }
        return bars.figure("From %s, the mean, at the bottom to %s, the prediction, at the top"
                .formatted(
                        words.decimals(row).text(base),
                        words.decimals(row).text(row.predictions().getOrDefault(shown, Double.NaN))));
    }

    /// Partial dependence and accumulated effects of a column.
    String dependence(DependenceFacts.ColumnDependence column) {
        return isOrdered(column)
                ? Markup.beside(partial(column), effects(column)) + missing(column)
                : Markup.beside(values(column));
    }

    private static boolean isOrdered(DependenceFacts.ColumnDependence column) {
        return (column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.DATE)
                && column.values().stream()
                                .filter(value -> value.value().isPresent())
                                .count()
                        > 2;
    }

    private String partial(DependenceFacts.ColumnDependence column) {
        List<DependenceFacts.Value> values = column.values().stream()
                .filter(value -> value.value().isPresent())
                .toList();
        int curves = values.getFirst().curves().size();
        Axis up = Axis.around(
                words.output(),
                values.stream()
                        .flatMap(value -> Stream.concat(
                                value.curves().stream().map(curve -> curve.getOrDefault(shown, Double.NaN)),
                                Stream.of(value.means().getOrDefault(shown, Double.NaN))))
                        .toList());
        Chart chart = new Chart(across(column, values), up);
        density(column, values, chart);
        for (int curve = 0; curve < curves; curve++) {
            int number = curve;
            chart.paleLine(values.stream()
                    .map(value -> new Chart.Point(
                            value.number(), value.curves().get(number).getOrDefault(shown, Double.NaN)))
                    .toList());
        }
        return chart.markedLine(
                        "",
                        values.stream()
                                .map(value -> new Chart.Point(
                                        value.number(), value.means().getOrDefault(shown, Double.NaN)))
                                .toList())
                .figure("Partial dependence: the mean, and %s rows".formatted(curves));
    }

    private static void density(
            DependenceFacts.ColumnDependence column, List<DependenceFacts.Value> values, Chart chart) {
        List<Dependence.Bar> bars = column.density();
        if (column.allValues()) {
            double half = (values.getLast().number() - values.getFirst().number()) / 200;
            bars = values.stream()
                    .map(value -> new Dependence.Bar(value.number() - half, value.number() + half, value.rows()))
                    .toList();
        }
        double most = bars.stream().mapToInt(Dependence.Bar::rows).max().orElse(1);
        bars.forEach(bar -> chart.density(bar.from(), bar.to(), bar.rows() / most));
    }

    private Axis across(DependenceFacts.ColumnDependence column, List<DependenceFacts.Value> values) {
        Axis axis = Axis.around(
                column.column(),
                values.stream().map(DependenceFacts.Value::number).toList());
        if (column.kind() != ColumnKind.DATE) {
            return axis;
        }
        SortedMap<Double, String> labels = new TreeMap<>();
        IntStream.range(0, MOST_LABELS)
                .mapToObj(label -> values.get(label * (values.size() - 1) / (MOST_LABELS - 1)))
                .forEach(value -> labels.put(value.number(), value.value().orElse("")));
        return axis.labelled(labels);
    }

    private String effects(DependenceFacts.ColumnDependence column) {
        if (column.effects().isEmpty()) {
            return "";
        }
        List<Chart.Point> points = column.effects().stream()
                .map(effect -> new Chart.Point(effect.number(), effect.effects().getOrDefault(shown, Double.NaN)))
                .toList();
        List<DependenceFacts.Value> values = column.values().stream()
                .filter(value -> value.value().isPresent())
                .toList();
        Axis across = across(column, values);
        Axis wide = Axis.around(
                column.column(), points.stream().map(Chart.Point::across).toList());
        return new Chart(
                        column.kind() == ColumnKind.DATE ? wide.labelled(across.labels()) : wide,
                        Axis.around(
                                "effect", points.stream().map(Chart.Point::up).toList()))
                .reference(new Chart.Point(wide.from(), 0), new Chart.Point(wide.to(), 0))
                .markedLine("", points)
                .figure("Accumulated local effects, 0 on average");
    }

    private String missing(DependenceFacts.ColumnDependence column) {
        return column.values().stream()
                .filter(value -> value.value().isEmpty())
                .findFirst()
                .map(value -> Markup.paragraph("Missing (%s rows): %s."
                        .formatted(
                                Numerals.count(value.rows()),
                                Numerals.score(value.means().getOrDefault(shown, Double.NaN)))))
                .orElse("");
    }

    /// A bar for each value of a column without an order.
    private String values(DependenceFacts.ColumnDependence column) {
        RowBars bars = new RowBars(Axis.around(
                words.output(),
                column.values().stream()
                        .flatMap(value -> Stream.concat(
                                Stream.of(0.0), Stream.of(value.means().getOrDefault(shown, Double.NaN))))
                        .toList()));
        column.values()
                .forEach(value -> bars.bar(
                        "%s (%s)".formatted(ExplanationWords.value(value.value()), Numerals.count(value.rows())),
                        0,
                        value.means().getOrDefault(shown, Double.NaN),
                        "bar"));
        return bars.figure("Mean prediction with each value in all rows (how many rows have it)");
    }
}
