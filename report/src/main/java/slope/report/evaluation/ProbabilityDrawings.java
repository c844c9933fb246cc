package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import slope.evaluation.ClassScores;
import slope.report.evaluation.EvaluatedClasses.CalibrationBins;
import slope.report.evaluation.EvaluatedClasses.Curve;
import slope.report.model.CalibrationErrors;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;

/// Charts of probabilities: ROC and precision–recall curves, and calibration.
final class ProbabilityDrawings {
    /// More lines than this cannot be told apart.
    private static final int MOST_LINES = 6;

    private final EvaluatedClasses classes;
    private final String what;
    private final Set<String> drawn;

    /// @param what `class` or `label`
    ProbabilityDrawings(EvaluatedClasses classes, String what) {
        this.classes = classes;
        this.what = what;
        this.drawn = classes.scores().stream()
                .sorted(Comparator.comparingDouble(ClassScores::auc))
                .map(ClassScores::name)
                .filter(name ->
                        classes.curves().stream().anyMatch(curve -> curve.of().equals(name)))
                .limit(MOST_LINES)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public String toString() {
        List<CalibrationBins> bins = classes.calibration().stream()
                .filter(each -> drawn.contains(each.of()))
                .toList();
        String tables = bins.stream()
                .map(each -> Markup.table("Calibration of " + each.of(), EvaluationTables.calibration(each)))
                .collect(Collectors.joining());
        return Markup.section("ROC and precision–recall", note(), curves())
                + Markup.section(
                        "Calibration",
                        note(),
                        Markup.table(
                                "Calibration errors", EvaluationTables.calibrationErrors(classes.calibration(), what)),
                        Markup.paragraph(CalibrationErrors.SENTENCE),
                        Markup.beside(calibration(bins), tables));
    }

    private boolean isCut() {
        return drawn.size() < classes.curves().size();
    }

    private String note() {
        return isCut()
                ? Markup.paragraph("The %s of %s with the lowest AUC are drawn."
                        .formatted(MOST_LINES, classes.curves().size()))
                : "";
    }

    private String curves() {
        Chart roc = new Chart(Axis.share("false positive rate"), Axis.share("recall (true positive rate)"))
                .reference(new Chart.Point(0, 0), new Chart.Point(1, 1));
        Chart precision = new Chart(Axis.share("recall"), Axis.share("precision"));
        for (Curve curve : classes.curves()) {
            if (drawn.contains(curve.of())) {
                List<Chart.Point> rates = new ArrayList<>();
                List<Chart.Point> precisions = new ArrayList<>();
                for (EvaluatedClasses.CurvePoint point : curve.points()) {
                    rates.add(new Chart.Point(point.falsePositiveRate(), point.recall()));
                    precisions.add(new Chart.Point(point.recall(), point.precision()));
                }
                roc.line(curve.of(), rates);
                precision.line(curve.of(), precisions);
            }
        }
        return Markup.beside(roc.figure("ROC curve"), precision.figure("Precision–recall curve"));
    }

    private static String calibration(List<CalibrationBins> calibration) {
        Chart chart = new Chart(Axis.share("mean predicted probability"), Axis.share("observed rate"))
                .reference(new Chart.Point(0, 0), new Chart.Point(1, 1));
        calibration.forEach(each -> chart.markedLine(
                each.of(),
                each.bins().stream()
                        .map(bin -> new Chart.Point(bin.predicted(), bin.observed()))
                        .toList()));
        return chart.figure("Predicted and observed");
    }
}
