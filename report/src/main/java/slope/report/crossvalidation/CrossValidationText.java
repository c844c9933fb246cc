package slope.report.crossvalidation;

import slope.internal.text.Numerals;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A cross-validation, for people.
final class CrossValidationText {
    private final CrossValidationReport report;
    private final CrossValidationTables tables;

    CrossValidationText(CrossValidationReport report) {
        this.report = report;
        this.tables = new CrossValidationTables(report);
    }

    String within(int width) {
        Prose text = new Prose(width);
        TextTable facts = new TextTable()
                .row(
                        "table",
                        "%s, %s rows"
                                .formatted(
                                        report.table().file(),
                                        Numerals.count(report.table().rows())))
                .row("task", TargetText.of(report.task()))
                .row("folds", tables.folds());
        tables.coverage().forEach(line -> facts.row("coverage", line));
        text.table(facts);
        text.table(tables.scores())
                .say(ScoreFacts.directions(report.scores().better()) + " " + CrossValidationTables.INTERVALS);
        text.heading(tables.besideHeading()).say(tables.beside()).table(tables.yardsticks());
        text.heading("Each fold, by " + report.folds().chosenBy()).table(tables.eachFold());
        return "\n" + text;
    }
}
