package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.evaluation.Calibration;
import slope.evaluation.ConfusionMatrix;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// An evaluation, for people.
public final class EvaluationText {
    /// A larger matrix is hard to read on a terminal; it is in the JSON and on the page.
    private static final int MOST_CLASSES = 12;

    private EvaluationText() {}

    /// The report for people.
    ///
    /// @param width the maximum width of a line
    public static String of(Evaluation evaluation, int width) {
        Prose text = new Prose(width);
        text.lines("%s rows of %s%s"
                .formatted(
                        Numbers.count(evaluation.rows()),
                        evaluation.file(),
                        evaluation.source().rowsLeftOut() == 0
                                ? ""
                                : ", %s without a target left out"
                                        .formatted(Numbers.count(
                                                evaluation.source().rowsLeftOut()))));
        evaluation.source().sentence().ifPresent(text::say);
        evaluation.weighting().sentence().ifPresent(text::say);
        text.table(scores(evaluation));
        if (!evaluation.outputs().isEmpty()) {
            text.table(table(EvaluationTables.outputs(evaluation)));
            List<List<String>> labels = EvaluationTables.labels(evaluation);
            if (!labels.isEmpty()) {
                text.table(table(labels));
            }
        }
        evaluation.confusion().ifPresent(matrix -> confusion(matrix, text));
        evaluation.outcomes().forEach(outcome -> text.table(calibration(outcome)));
        if (!evaluation.quantiles().isEmpty()) {
            text.table(table(EvaluationTables.quantiles(evaluation)));
        }
        evaluation.amounts().forEach(amount -> text.table(table(EvaluationTables.groups(amount))));
        return "\n" + text;
    }

    private static TextTable table(List<List<String>> rows) {
        TextTable table = new TextTable();
        rows.forEach(table::row);
        return table;
    }

    private static TextTable scores(Evaluation evaluation) {
        TextTable scores = new TextTable()
                .row(
                        "",
                        evaluation.weighting().headings().getFirst(),
                        evaluation.weighting().headings().getLast(),
                        "");
        for (Map.Entry<Metric, Double> entry : evaluation.metrics().scores().entrySet()) {
            scores.row(
                    entry.getKey().title(),
                    score(entry.getValue()),
                    validation(evaluation, entry.getKey()),
                    entry.getKey().better().words());
        }
        return scores;
    }

    /// The validation score of the training, for comparison.
    static String validation(Evaluation evaluation, Metric metric) {
        return evaluation.saved().model().record().scores().stream()
                .filter(score -> score.metric().equals(metric.title()))
                .map(FitRecord.Score::validation)
                .map(EvaluationText::score)
                .findFirst()
                .orElse("–");
    }

    private static void confusion(ConfusionMatrix matrix, Prose text) {
        List<String> classes = matrix.classes();
        if (classes.size() > MOST_CLASSES) {
            text.lines("%s classes: see --json or --report for the confusion matrix".formatted(classes.size()));
            return;
        }
        List<String> heading = new ArrayList<>(List.of("actual \\ predicted"));
        heading.addAll(classes);
        TextTable table = new TextTable().row(heading);
        for (int actual = 0; actual < classes.size(); actual++) {
            List<String> row = new ArrayList<>(List.of(classes.get(actual)));
            for (int predicted = 0; predicted < classes.size(); predicted++) {
                row.add(Numbers.count(matrix.count(actual, predicted)));
            }
            table.row(row);
        }
        text.table(table);
    }

    private static TextTable calibration(Evaluation.Outcome outcome) {
        TextTable table = new TextTable().row("probability of " + outcome.name(), "rows", "predicted", "observed");
        for (Calibration.Bin bin : outcome.calibration().bins()) {
            table.row(
                    "%s to %s".formatted(Numbers.fixed(bin.from(), 1), Numbers.fixed(bin.to(), 1)),
                    Numbers.count(bin.rows()),
                    Numbers.fixed(bin.predicted(), 3),
                    Numbers.fixed(bin.observed(), 3));
        }
        return table;
    }

    /// Four significant digits, without an exponent for everyday sizes.
    static String score(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 1000 && size < 1e9) {
            return String.format(Locale.ROOT, "%,.1f", value);
        }
        return String.format(Locale.ROOT, size == 0 || (size >= 0.001 && size < 1000) ? "%.4f" : "%.3e", value);
    }
}
