package slope.report.evaluation;

import java.util.List;
import slope.internal.text.Numerals;
import slope.report.evaluation.EvaluatedClasses.Confusion;
import slope.report.model.CalibrationErrors;
import slope.report.model.CoverageFacts;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// An evaluation, for people.
final class EvaluationText {
    /// A larger matrix is hard to read on a terminal; the JSON and the page have all of it.
    private static final int MOST_CLASSES = 12;
    /// The bins of more classes fill screens; the JSON has all.
    private static final int MOST_BINS = 6;

    private final EvaluationReport report;

    EvaluationText(EvaluationReport report) {
        this.report = report;
    }

    String within(int width) {
        Prose text = new Prose(width);
        text.table(facts());
        report.notes().forEach(text::say);
        text.table(table(EvaluationTables.scores(report)))
                .say(ScoreFacts.directions(report.scores().better()) + " " + EvaluationTables.BEST_CONSTANT)
                .say(report.scores().intervals().sentence());
        addCoverage(text);
        report.classes().ifPresent(classes -> add(classes, text));
        if (report.numbers().size() > 1) {
            text.heading("Scores of each column").table(table(EvaluationTables.numbers(report.numbers())));
        }
        report.numbers().stream()
                .filter(number -> !number.quantiles().isEmpty())
                .forEach(number -> text.heading("Calibration of quantiles")
                        .table(table(EvaluationTables.quantiles(number.quantiles()))));
        if (!report.numbers().isEmpty()) {
            text.heading("Predicted and observed, in ten groups of rows");
            report.numbers().forEach(number -> text.table(table(EvaluationTables.groups(number))));
        }
        return "\n" + text;
    }

    private void addCoverage(Prose text) {
        if (report.scores().coverage().isEmpty()) {
            return;
        }
        text.heading("Coverage");
        for (CoverageFacts coverage : report.scores().coverage()) {
            text.table(table(EvaluationTables.coverage(coverage)))
                    .say(EvaluationTables.verdict(coverage, report.task()))
                    .say(EvaluationTables.sizes(coverage, report.task()));
        }
    }

    private TextTable facts() {
        EvaluatedModel model = report.model();
        TextTable facts = new TextTable()
                .row(
                        "model",
                        "%s%s, %s parameters"
                                .formatted(
                                        model.file(),
                                        model.lastChanged()
                                                .map(date -> ", last changed " + date)
                                                .orElse(""),
                                        Numerals.count(model.parameters())))
                .row("task", TargetText.of(report.task()))
                .row("rows", report.rows().text());
        report.scores().linearModel().ifPresent(reached -> facts.row("linear model", reached));
        return facts;
    }

    private void add(EvaluatedClasses classes, Prose text) {
        String what = report.whatClassesAre();
        text.heading("Scores of each " + what).table(table(EvaluationTables.classes(classes.scores(), what)));
        text.heading("Confusion matrix");
        Confusion first = classes.confusion().getFirst();
        if (report.hasLabels()) {
            text.table(table(EvaluationTables.labels(classes.confusion())));
        } else if (first.classes().size() <= MOST_CLASSES) {
            text.table(table(EvaluationTables.confusion(first)));
        } else {
            text.say("The most frequent confusions of %s classes:"
                    .formatted(first.classes().size()));
            text.table(table(EvaluationTables.mostFrequent(first)));
        }
        if (!classes.thresholds().isEmpty()) {
            text.heading("Thresholds");
            text.say(EvaluationTables.thresholdsOf(
                    classes.thresholds(), classes.curves().getFirst().of()));
            text.table(table(EvaluationTables.thresholds(classes.thresholds())));
        }
        text.heading("Calibration");
        text.table(table(EvaluationTables.calibrationErrors(classes.calibration(), what)))
                .say(CalibrationErrors.SENTENCE);
        if (classes.calibration().size() <= MOST_BINS) {
            classes.calibration().forEach(each -> text.table(table(EvaluationTables.calibration(each))));
        }
    }

    private static TextTable table(List<List<String>> rows) {
        TextTable table = new TextTable();
        rows.forEach(table::row);
        return table;
    }
}
