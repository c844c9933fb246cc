package slope.report.drift;

import slope.report.page.Axis;
import slope.report.page.Markup;
import slope.report.page.Page;
import slope.report.page.RowBars;

/// What changed between two tables as one HTML file that needs no other.
final class DriftPage {
    private static final int MOST_COLUMNS = 15;

    private final DriftReport report;
    private final DriftWords words;

    DriftPage(DriftReport report) {
        this.report = report;
        this.words = new DriftWords(report);
    }

    String html() {
        StringBuilder body = new StringBuilder("<dl>\n<dt>Before</dt><dd>%s</dd>\n<dt>After</dt><dd>%s</dd>\n</dl>\n"
                .formatted(
                        Markup.escaped(DriftWords.rows(report.before())),
                        Markup.escaped(DriftWords.rows(report.after()))));
        body.append(Markup.section(
                "Columns",
                bars(),
                Markup.table("Columns", words.columns()),
                Markup.paragraph(DriftWords.DISTANCE),
                Markup.paragraph(DriftWords.MIDDLE)));
        StringBuilder notes = new StringBuilder();
        words.notes().forEach(note -> notes.append(Markup.paragraph(note)));
        if (!notes.isEmpty()) {
            body.append(Markup.section("New and vanished", notes.toString()));
        }
        return new Page(
                        "Drift from %s to %s"
                                .formatted(
                                        words.names().getFirst(), words.names().getLast()),
                        body.toString())
                .html();
    }

    /// The farthest columns, each with its interval.
    private String bars() {
        RowBars bars = new RowBars(Axis.share("distance"));
        report.drift().columns().stream()
                .filter(column -> Double.isFinite(column.distance().value()))
                .limit(MOST_COLUMNS)
                .forEach(column -> bars.bar(
                                column.column(), 0, column.distance().value(), "bar")
                        .interval(column.distance().low(), column.distance().high()));
        return bars.figure("Distance between the tables");
    }
}
