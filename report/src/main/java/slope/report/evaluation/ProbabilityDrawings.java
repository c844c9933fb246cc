package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.evaluation.Calibration;
import slope.evaluation.ThresholdCurve;
import slope.report.text.Numbers;

/// Charts of probabilities: ROC and precision–recall curves, and calibration.
final class ProbabilityDrawings {
    /// More lines than this cannot be told apart.
    private static final int MOST_LINES = 6;
    /// Enough for a smooth line.
    private static final int MOST_POINTS = 400;

    private ProbabilityDrawings() {}

    static String of(List<Evaluation.Outcome> outcomes) {
        List<Evaluation.Outcome> drawn = outcomes.subList(0, Math.min(outcomes.size(), MOST_LINES));
        Chart roc = new Chart(Axis.share("false positive rate"), Axis.share("true positive rate"))
                .reference(new Chart.Point(0, 0), new Chart.Point(1, 1));
        Chart precision = new Chart(Axis.share("recall"), Axis.share("precision"));
        Chart calibration = new Chart(Axis.share("mean predicted probability"), Axis.share("observed rate"))
                .reference(new Chart.Point(0, 0), new Chart.Point(1, 1));
        for (Evaluation.Outcome outcome : drawn) {
            List<ThresholdCurve.Point> points =
                    thinned(ThresholdCurve.of(outcome.probabilityArray(), outcome.happenedArray())
                            .points());
            roc.line(
                    outcome.name(),
                    points.stream()
                            .map(point -> new Chart.Point(point.falsePositiveRate(), point.recall()))
                            .toList());
            precision.line(
                    outcome.name(),
                    points.stream()
                            .map(point -> new Chart.Point(point.recall(), point.precision()))
                            .toList());
            calibration.markedLine(outcome.name(), calibrationPoints(outcome.calibration()));
        }
        String cut = outcomes.size() > MOST_LINES
                ? "<p>The first %s of %s are drawn.</p>%n".formatted(MOST_LINES, outcomes.size())
                : "";
        return Html.section(
                        "ROC and precision–recall",
                        cut,
                        "<div class=\"drawings\">\n",
                        roc.figure("ROC curve"),
                        precision.figure("precision–recall curve"),
                        "</div>\n")
                + Html.section(
                        "Calibration",
                        "<div class=\"drawings\">\n",
                        calibration.figure("calibration"),
                        "</div>\n",
                        tables(drawn));
    }

    private static List<Chart.Point> calibrationPoints(Calibration calibration) {
        return calibration.bins().stream()
                .map(bin -> new Chart.Point(bin.predicted(), bin.observed()))
                .toList();
    }

    private static String tables(List<Evaluation.Outcome> outcomes) {
        StringBuilder tables = new StringBuilder("<div class=\"drawings\">\n");
        for (Evaluation.Outcome outcome : outcomes) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("probability", "rows", "predicted", "observed"));
            for (Calibration.Bin bin : outcome.calibration().bins()) {
                rows.add(List.of(
                        "%s to %s".formatted(Axis.text(bin.from()), Axis.text(bin.to())),
                        Numbers.count(bin.rows()),
                        EvaluationText.score(bin.predicted()),
                        EvaluationText.score(bin.observed())));
            }
            tables.append("<div>\n%s%s</div>\n"
                    .formatted(
                            outcomes.size() == 1 ? "" : "<h3>%s</h3>\n".formatted(Html.escaped(outcome.name())),
                            Html.table(rows)));
        }
        return tables.append("</div>\n").toString();
    }

    private static List<ThresholdCurve.Point> thinned(List<ThresholdCurve.Point> points) {
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<ThresholdCurve.Point> thinned = new ArrayList<>();
        for (int index = 0; index < points.size() - 1; index += step) {
            thinned.add(points.get(index));
        }
        thinned.add(points.getLast());
        return thinned;
    }
}
