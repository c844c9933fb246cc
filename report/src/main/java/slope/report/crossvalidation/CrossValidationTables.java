package slope.report.crossvalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import slope.fit.FoldSpread;
import slope.internal.text.Numerals;
import slope.report.crossvalidation.CrossValidationReport.FoldScores;
import slope.report.text.TextTable;

/// The tables and sentences of a cross-validation, for text and pages.
final class CrossValidationTables {
    static final String INTERVALS =
            "Intervals cover the mean 95 times of 100. Models of different folds share training rows: the standard"
                    + " error is the corrected one of Nadeau and Bengio (2003), the interval Student's. Folds that"
                    + " all have the same score have none.";

    private static final int DIGITS = 3; // of shares

    private final CrossValidationReport report;

    CrossValidationTables(CrossValidationReport report) {
        this.report = report;
    }

    /// How many models were scored, and on what.
    String folds() {
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

    /// Such as `0.912 of 344 rows are covered (0.877 to 0.938), and 0.9 was asked for`, one for each target column.
    List<String> coverage() {
        return report.coverage().stream()
                .map(each -> "%s of %s rows%s are covered (%s to %s), and %s was asked for"
                        .formatted(
                                Numerals.fixed(each.reached().share(), DIGITS),
                                Numerals.count(each.reached().rows()),
                                report.coverage().size() == 1 ? "" : " by intervals or sets of " + each.column(),
                                Numerals.fixed(each.reached().lower(), DIGITS),
                                Numerals.fixed(each.reached().upper(), DIGITS),
                                Numerals.exact(each.asked())))
                .toList();
    }

    /// What the second table shows.
    String beside() {
        return "Means of the same folds: of the best constant prediction for the training rows"
                + (hasLinear()
                        ? ", and of ridge, logistic or Poisson regression. The last columns are the model's score −"
                                + " that of the regression."
                        : ", and the model's score − that.");
    }

    /// Its heading.
    String besideHeading() {
        return "Beside a constant" + (hasLinear() ? " and a linear model" : "");
    }

    boolean hasLinear() {
        return !report.scores().aboveLinear().isEmpty();
    }

    /// The mean of each metric.
    TextTable scores() {
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

    /// The same of a constant and of a linear model.
    TextTable yardsticks() {
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

    /// Each fold, by the metric that chose the epochs.
    TextTable eachFold() {
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
