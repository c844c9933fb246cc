package slope.report.crossvalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import slope.fit.FoldSpread;
import slope.internal.text.Numerals;
import slope.report.crossvalidation.CrossValidationReport.FoldScores;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetText;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A cross-validation, for people.
final class CrossValidationText {
    private static final String INTERVALS =
            "Intervals cover the mean 95 times of 100. Models of different folds share training rows: the standard"
                    + " error is the corrected one of Nadeau and Bengio (2003), the interval Student's.";

    private final CrossValidationReport report;

    CrossValidationText(CrossValidationReport report) {
        this.report = report;
    }

    String within(int width) {
        Prose text = new Prose(width);
        text.table(new TextTable()
                .row(
                        "table",
                        "%s, %s rows"
                                .formatted(
                                        report.table().file(),
                                        Numerals.count(report.table().rows())))
                .row("task", TargetText.of(report.task()))
                .row("folds", folds()));
        text.table(scores()).say(ScoreFacts.directions(report.scores().better()) + " " + INTERVALS);
        text.heading("Beside a constant" + (hasLinear() ? " and a linear model" : ""))
                .say("Means of the same folds: of the best constant prediction for the training rows"
                        + (hasLinear()
                                ? ", and of ridge, logistic or Poisson regression. The last columns are the model's"
                                        + " score − that of the regression."
                                : ", and the model's score − that."))
                .table(yardsticks());
        text.heading("Each fold, by " + report.folds().chosenBy()).table(eachFold());
        return "\n" + text;
    }

    private String folds() {
        String drawn = report.folds().repeats() == 1
                ? ""
                : ", drawn %s times".formatted(report.folds().repeats());
        String grouped = report.folds()
                .group()
                .map(column -> "; rows of one \"%s\" stay together".formatted(column))
                .orElse("");
        return "%s%s: %s models, each scored on rows that it did not learn from%s"
                .formatted(
                        report.folds().count(),
                        drawn,
                        report.folds().count() * report.folds().repeats(),
                        grouped);
    }

    private boolean hasLinear() {
        return !report.scores().aboveLinear().isEmpty();
    }

    private TextTable scores() {
        TextTable table = new TextTable().row("metric", "mean", "95 % interval", "standard error");
        report.scores()
                .model()
                .forEach((metric, spread) -> table.row(
                        metric,
                        Numerals.score(spread.mean()),
                        interval(spread),
                        Numerals.score(spread.standardError())));
        return table;
    }

    private TextTable yardsticks() {
        TextTable table = new TextTable()
                .row(
                        hasLinear()
                                ? List.of("metric", "constant", "linear", "model − linear", "95 % interval")
                                : List.of("metric", "constant", "model − constant", "95 % interval"));
        report.scores().model().forEach((metric, spread) -> {
            FoldSpread above = of(
                    hasLinear()
                            ? report.scores().aboveLinear()
                            : report.scores().aboveBaseline(),
                    metric);
            List<String> row = new ArrayList<>(
                    List.of(metric, below(spread, report.scores().aboveBaseline(), metric)));
            if (hasLinear()) {
                row.add(below(spread, report.scores().aboveLinear(), metric));
            }
            row.add(Numerals.score(above.mean()));
            row.add(interval(above));
            table.row(row);
        });
        return table;
    }

    private static String below(FoldSpread model, Map<String, FoldSpread> above, String metric) {
        return Numerals.score(model.mean() - of(above, metric).mean());
    }

    private static FoldSpread of(Map<String, FoldSpread> spreads, String metric) {
        return Objects.requireNonNull(spreads.get(metric), metric);
    }

    private TextTable eachFold() {
        List<String> heading = new ArrayList<>(List.of("repeat", "fold", "rows", "model", "constant"));
        if (hasLinear()) {
            heading.add("linear");
        }
        TextTable table = new TextTable().row(heading);
        for (FoldScores fold : report.scoresOfFolds()) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(fold.repeat()),
                    Integer.toString(fold.fold()),
                    Numerals.count(fold.rows().test()),
                    score(fold.model()),
                    score(fold.baseline())));
            if (hasLinear()) {
                row.add(score(fold.linear()));
            }
            table.row(row);
        }
        return table;
    }

    private String score(Map<String, Double> scores) {
        return Numerals.score(scores.getOrDefault(report.folds().chosenBy(), Double.NaN));
    }

    private static String interval(FoldSpread spread) {
        return Double.isNaN(spread.low()) ? "–" : Numerals.score(spread.low()) + " to " + Numerals.score(spread.high());
    }
}
