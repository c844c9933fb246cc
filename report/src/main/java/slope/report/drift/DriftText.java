package slope.report.drift;

import slope.report.text.Prose;
import slope.report.text.TextTable;

/// What changed between two tables, for people.
final class DriftText {
    private final DriftReport report;
    private final DriftWords words;

    DriftText(DriftReport report) {
        this.report = report;
        this.words = new DriftWords(report);
    }

    String within(int width) {
        Prose text = new Prose(width);
        text.table(new TextTable()
                .row("before", DriftWords.rows(report.before()))
                .row("after", DriftWords.rows(report.after())));
        TextTable columns = new TextTable();
        words.columns().forEach(columns::row);
        text.table(columns).say(DriftWords.DISTANCE).say(DriftWords.MIDDLE);
        words.notes().forEach(text::say);
        return "\n" + text;
    }
}
