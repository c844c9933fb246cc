package slope.report.explanation;

import java.util.List;
import slope.internal.text.Numerals;
import slope.report.explanation.AttributionFacts.ExplainedRow;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// An explanation, for people.
final class ExplanationText {
    private final ExplanationReport report;
    private final ExplanationWords words;
    private final ExplanationTables tables;

    ExplanationText(ExplanationReport report) {
        this.report = report;
        this.words = new ExplanationWords(report);
        this.tables = new ExplanationTables(report);
    }

    String within(int width) {
        Prose text = new Prose(width);
        text.table(new TextTable()
                .row("model", report.model().file())
                .row("task", TargetText.of(report.model().task()))
                .row(
                        "rows",
                        "%s of %s"
                                .formatted(
                                        Numerals.count(report.model().rows().rows()),
                                        report.model().rows().file())));
        words.notes().forEach(text::say);
        report.columns().ifPresent(columns -> addColumns(columns, text));
        addDependence(text);
        if (report.columns().isEmpty()) {
            addRow(report.attributions().rows().getFirst(), text);
        } else if (report.attributions().areTold()) {
            text.heading("Contributions")
                    .say("Their mean size in %s."
                            .formatted(ExplanationWords.rows(
                                    report.attributions().rows().size(), "row")))
                    .table(table(tables.sizes()))
                    .say(words.method());
        }
        report.by().ifPresent(by -> {
            text.heading("Scores by value").table(table(ExplanationTables.scores(by)));
            text.say(words.rates(by)).table(table(tables.rates(by)));
            if (by.hasClasses()) {
                text.say(words.calibration()).table(table(tables.calibration(by)));
            }
        });
        return "\n" + text;
    }

    private void addColumns(ExplanationReport.ColumnFacts columns, Prose text) {
        columns.importance()
                .filter(importance -> importance.rows() > 1)
                .ifPresent(importance -> text.heading("Importance")
                        .table(table(tables.importance(importance)))
                        .say(ImportanceTable.sentence(importance)));
        if (!columns.twins().isEmpty()) {
            text.say(ExplanationWords.twins(columns.twins()));
        }
    }

    private void addDependence(Prose text) {
        DependenceFacts dependence = report.dependence();
        if (!dependence.columns().isEmpty()) {
            text.heading("Dependence")
                    .say("The mean of %s, with the same value of the column in all rows.".formatted(words.output()));
            text.table(table(
                    dependence.columns().size() == 1
                            ? tables.values(dependence.columns().getFirst())
                            : tables.dependence()));
        }
        dependence
                .pair()
                .ifPresent(pair -> text.heading("Dependence on two columns")
                        .say(
                                "The mean of %s, with the same two values in all rows. A dash: no row has values nearest to these."
                                        .formatted(words.output()))
                        .table(table(tables.pair(pair))));
    }

    private void addRow(ExplainedRow row, Prose text) {
        text.heading("Row " + Numerals.count(row.row())).say(words.sentence(row));
        if (report.attributions().areTold()) {
            text.table(table(tables.contributions(row))).say(words.method());
        }
        report.counterfactuals().ifPresent(facts -> {
            text.heading("What would change it").say(words.counterfactuals(facts));
            if (!facts.found().isEmpty()) {
                text.table(table(tables.counterfactuals(facts)));
            }
        });
    }

    private static TextTable table(List<List<String>> rows) {
        TextTable table = new TextTable();
        rows.forEach(table::row);
        return table;
    }
}
