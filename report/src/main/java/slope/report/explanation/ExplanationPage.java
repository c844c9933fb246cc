package slope.report.explanation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.report.explanation.AttributionFacts.ExplainedRow;
import slope.report.explanation.ExplanationReport.ColumnFacts;
import slope.report.model.TargetText;
import slope.report.page.Markup;
import slope.report.page.Page;

/// An explanation as one HTML file that needs no other.
final class ExplanationPage {
    private static final int HEATS = 10;

    private final ExplanationReport report;
    private final ExplanationWords words;
    private final ExplanationTables tables;
    private final ExplanationDrawings drawings;

    ExplanationPage(ExplanationReport report) {
        this.report = report;
        this.words = new ExplanationWords(report);
        this.tables = new ExplanationTables(report);
        this.drawings = new ExplanationDrawings(report);
    }

    String html() {
        StringBuilder body = new StringBuilder(facts());
        words.notes().forEach(note -> body.append(Markup.paragraph(note)));
        report.columns().ifPresent(columns -> body.append(columns(columns)));
        if (report.columns().isEmpty()) {
            body.append(row(report.attributions().rows().getFirst()));
        } else if (report.attributions().areTold()) {
            body.append(Markup.section(
                    "Contributions to " + words.scale(),
                    drawings.swarm(),
                    Markup.paragraph(
                            "A dot is a row. Blue is a low value of the column, orange a high one; grey ones have no"
                                    + " order."),
                    Markup.paragraph(words.method())));
        }
        report.dependence()
                .columns()
                .forEach(column -> body.append(
                        Markup.section(words.heading() + " by " + column.column(), drawings.dependence(column))));
        if (!report.dependence().columns().isEmpty()) {
            body.append(Markup.paragraph(
                    "Partial dependence sets the column to a value in all rows; accumulated effects move each"
                            + " row only between the values next to its own. Grey bars show how frequent values are."));
        }
        report.dependence().pair().ifPresent(pair -> body.append(pair(pair)));
        report.by()
                .ifPresent(by -> body.append(Markup.section(
                        "By " + by.column(),
                        Markup.table("Scores by " + by.column(), ExplanationTables.scores(by)),
                        Markup.paragraph(words.rates(by)),
                        Markup.table("Rates by " + by.column(), tables.rates(by)),
                        by.hasClasses()
                                ? Markup.paragraph(words.calibration())
                                        + Markup.table("Calibration by " + by.column(), tables.calibration(by))
                                : "")));
        return new Page("Explanation of " + fileName(), body.toString()).html();
    }

    private String fileName() {
        return String.valueOf(Path.of(report.model().file()).getFileName());
    }

    private String facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Model", report.model().file());
        facts.put("Task", TargetText.of(report.model().task()));
        facts.put(
                "Rows",
                "%s of %s"
                        .formatted(
                                Numerals.count(report.model().rows().rows()),
                                report.model().rows().file()));
        return facts.entrySet().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n"
                        .formatted(Markup.escaped(fact.getKey()), Markup.escaped(fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    private String columns(ColumnFacts columns) {
        String importance = columns.importance()
                .filter(facts -> facts.rows() > 1)
                .map(facts -> Markup.section(
                        "Importance", ImportanceBars.figure(facts), Markup.paragraph(ImportanceTable.sentence(facts))))
                .orElse("");
        return importance
                + (columns.twins().isEmpty() ? "" : Markup.paragraph(ExplanationWords.twins(columns.twins())));
    }

    private String row(ExplainedRow row) {
        return Markup.section(
                        "Row " + Numerals.count(row.row()),
                        Markup.paragraph(words.sentence(row)),
                        report.attributions().areTold() ? contributions(row) : "")
                + report.counterfactuals()
                        .map(facts -> Markup.section(
                                "What would change it",
                                Markup.paragraph(words.counterfactuals(facts)),
                                facts.found().isEmpty() ? "" : Markup.table("Changes", tables.counterfactuals(facts))))
                        .orElse("");
    }

    private String contributions(ExplainedRow row) {
        return drawings.waterfall(row)
                + Markup.table("Contributions", withoutBars(tables.contributions(row)))
                + Markup.paragraph(words.method());
    }

    private static List<List<String>> withoutBars(List<List<String>> rows) {
        return rows.stream().map(row -> row.subList(0, row.size() - 1)).toList();
    }

    /// Shaded from the smallest mean to the largest.
    private String pair(DependenceFacts.TwoColumns pair) {
        String shown = report.model().output();
        double[] means = pair.cells().stream()
                .mapToDouble(cell -> cell.means().getOrDefault(shown, Double.NaN))
                .sorted()
                .toArray();
        double width = means[means.length - 1] - means[0];
        List<List<String>> texts = tables.pair(pair);
        StringBuilder table =
                new StringBuilder("<table class=\"matrix\">\n").append(Markup.columnNames(texts.getFirst()));
        int number = 0;
        for (List<String> row : texts.subList(1, texts.size())) {
            table.append("<tr>").append(Markup.cell(row.getFirst(), "row"));
            for (String text : row.subList(1, row.size())) {
                DependenceFacts.Cell cell = pair.cells().get(number++);
                long heat = width > 0
                        ? Math.round(HEATS * (cell.means().getOrDefault(shown, Double.NaN) - means[0]) / width)
                        : 0;
                table.append("<td class=\"h%s\">%s</td>".formatted(cell.rows() == 0 ? 0 : heat, text));
            }
            table.append("</tr>\n");
        }
        String name = words.heading() + " by " + pair.first() + " and " + pair.second();
        return Markup.section(
                name,
                Markup.scrolling(name, table.append("</table>\n").toString()),
                Markup.paragraph("A dash: no row has values nearest to these."));
    }
}
