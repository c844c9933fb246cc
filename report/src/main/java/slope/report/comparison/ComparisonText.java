package slope.report.comparison;

import java.util.List;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A comparison, for people.
final class ComparisonText {
    private final ComparisonReport report;
    private final ComparisonWords words;
    private final ComparisonTables tables;

    ComparisonText(ComparisonReport report) {
        this.report = report;
        this.words = new ComparisonWords(report);
        this.tables = new ComparisonTables(report);
    }

    String within(int width) {
        Prose text = new Prose(width);
        text.table(new TextTable()
                .row("first", ComparisonWords.model(report.models().first()))
                .row("second", ComparisonWords.model(report.models().second()))
                .row("task", TargetText.of(report.task()))
                .row("rows", report.rows().text()));
        words.notes().forEach(text::say);
        text.table(table(tables.scores())).say(words.scores());
        report.agreement().mcNemar().ifPresent(test -> text.say(words.test(test)));
        report.by()
                .ifPresent(by ->
                        text.heading("By " + by.column()).say(words.by(by)).table(table(tables.by(by))));
        text.heading("Where they disagree").say(words.agreement());
        if (!report.agreement().rows().isEmpty()) {
            text.table(table(tables.disputed()));
        }
        if (!report.models().settings().isEmpty()) {
            text.heading("Settings that differ").table(table(tables.settings()));
        }
        return "\n" + text;
    }

    private static TextTable table(List<List<String>> rows) {
        TextTable table = new TextTable();
        rows.forEach(table::row);
        return table;
    }
}
