package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import slope.internal.text.Numerals;
import slope.report.model.ConformalText;
import slope.report.model.CoverageFacts;
import slope.report.model.TargetText;
import slope.report.text.TextTable;
import slope.report.training.TrainingScores.TestedRows;
import slope.table.Remedy;

/// The report of a training, for people.
final class TrainingText {
    private final TrainingReport report;
    private final Function<Remedy, String> words;

    TrainingText(TrainingReport report, Function<Remedy, String> words) {
        this.report = report;
        this.words = words;
    }

    String within(int width) {
        List<String> warnings = report.warnings();
        TextTable rows = new TextTable();
        warnings.forEach(warning -> rows.row("warning", warning));
        return "\n" + facts().within(width)
                + "\n"
                + scores().within(width)
                + (warnings.isEmpty() ? "" : "\n" + rows.within(width));
    }

    private TextTable facts() {
        TextTable facts = new TextTable();
        new RowsText(report).addTo(facts);
        new ColumnsText(report.data().columns(), words).addTo(facts);
        facts.row("task", TargetText.of(report.task()));
        report.data().target().note().ifPresent(note -> facts.row("", note.text(words)));
        report.data().target().raised().ifPresent(raised -> facts.row("", "check: " + raised.sentence()));
        new CourseText(report).addTo(facts);
        report.training().linear().text().ifPresent(text -> facts.row("linear part", text));
        report.training()
                .calibration()
                .ifPresent(found -> facts.row("calibration", found.text() + ", fitted to the validation rows"));
        addCoverage(facts);
        report.scores()
                .validation()
                .intervals()
                .forEach(interval -> facts.row(
                        report.areShifted() ? "" : "coverage",
                        (report.areShifted() ? "before the shift " : "")
                                + ScoreWarnings.coverage(interval, "validation")));
        report.scores().linearModel().ifPresent(text -> facts.row("linear model", text));
        report.scores().interval().ifPresent(text -> facts.row("interval", text));
        return facts;
    }

    private void addCoverage(TextTable facts) {
        List<String> made = report.task().coverage().map(ConformalText::lines).orElse(List.of());
        for (int index = 0; index < made.size(); index++) {
            facts.row(index == 0 ? "coverage" : "", made.get(index));
        }
        for (CoverageFacts coverage : report.scores().beside().testCoverage()) {
            facts.row(
                    "",
                    "%s of the test rows are covered%s, chance explains %s and more"
                            .formatted(
                                    Numerals.fixed(coverage.all().share(), 3),
                                    report.scores().beside().testCoverage().size() == 1
                                            ? ""
                                            : " by intervals or sets of " + coverage.column(),
                                    Numerals.fixed(coverage.leastByChance(), 3)));
        }
    }

    private TextTable scores() {
        TrainingScores scores = report.scores();
        TextTable table = new TextTable();
        table.row(
                scores.test().isPresent()
                        ? List.of("", "training", "validation", "baseline", "test", "baseline", "")
                        : List.of("", "training", "validation", "baseline", ""));
        scores.better().forEach((metric, better) -> {
            List<String> row = new ArrayList<>();
            row.add(metric);
            row.add(score(scores.training().metrics(), metric));
            addWithBaseline(row, scores.validation(), metric);
            scores.test().ifPresent(test -> addWithBaseline(row, test, metric));
            row.add(better.words());
            table.row(row);
        });
        return table;
    }

    private static void addWithBaseline(List<String> row, TestedRows scores, String metric) {
        row.add(score(scores.metrics(), metric));
        row.add(score(scores.baseline(), metric));
    }

    private static String score(Map<String, Double> scores, String metric) {
        return Numerals.score(scores.getOrDefault(metric, Double.NaN));
    }
}
