package slope.report.comparison;

import java.util.List;
import slope.report.model.TargetText;
import slope.report.page.Markup;
import slope.report.page.Page;

/// A comparison as one HTML file that needs no other.
final class ComparisonPage {
    private final ComparisonReport report;
    private final ComparisonWords words;
    private final ComparisonTables tables;

    ComparisonPage(ComparisonReport report) {
        this.report = report;
        this.words = new ComparisonWords(report);
        this.tables = new ComparisonTables(report);
    }

    String html() {
        StringBuilder body = new StringBuilder(facts());
        words.notes().forEach(note -> body.append(Markup.paragraph(note)));
        body.append(Markup.section(
                "Scores",
                DifferenceBars.figure(report.scores(), words.names().getLast()),
                Markup.table("Scores", tables.scores()),
                Markup.paragraph(words.scores()),
                report.agreement()
                        .mcNemar()
                        .map(test -> Markup.paragraph(words.test(test)))
                        .orElse("")));
        report.by()
                .ifPresent(by -> body.append(Markup.section(
                        "By " + by.column(),
                        Markup.paragraph(words.by(by)),
                        Markup.table("Scores by " + by.column(), tables.by(by)))));
        body.append(Markup.section(
                "Where they disagree",
                Markup.paragraph(words.agreement()),
                report.agreement().rows().isEmpty() ? "" : Markup.table("Rows", tables.disputed())));
        if (!report.models().settings().isEmpty()) {
            body.append(Markup.section(
                    "Settings that differ", Markup.tableOfWords("Settings that differ", tables.settings())));
        }
        return new Page(String.join(" and ", words.names()) + " compared", body.toString()).html();
    }

    private String facts() {
        return Markup.facts(List.of(
                List.of("First", ComparisonWords.model(report.models().first())),
                List.of("Second", ComparisonWords.model(report.models().second())),
                List.of("Task", TargetText.of(report.task())),
                List.of("Rows", report.rows().text())));
    }
}
