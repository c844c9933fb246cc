package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.evaluation.BrierParts;
import slope.evaluation.Calibration;
import slope.evaluation.ClassEvaluation;
import slope.evaluation.ClassScores;
import slope.evaluation.ConfusionMatrix;
import slope.evaluation.Evaluation;
import slope.evaluation.ThresholdCurve;
import slope.evaluation.ThresholdScores;
import slope.target.ClassPredictions;

/// Classes or labels in an evaluation.
///
/// @param scores of each class against all others, or of each label
/// @param confusion the confusion matrix of the classes, or of each label
/// @param curves ROC and precision–recall of each class or label; of two classes, of the second
/// @param calibration of each class or label; of two classes, of the second
/// @param thresholds of two classes: the scores where the second is predicted from some probability on
public record EvaluatedClasses(
        List<ClassScores> scores,
        List<Confusion> confusion,
        List<Curve> curves,
        List<CalibrationBins> calibration,
        List<ThresholdScores> thresholds) {
    private static final int MOST_POINTS = 200;

    public EvaluatedClasses {
        scores = List.copyOf(scores);
        confusion = List.copyOf(confusion);
        curves = List.copyOf(curves);
        calibration = List.copyOf(calibration);
        thresholds = List.copyOf(thresholds);
    }

    static Optional<EvaluatedClasses> of(Evaluation evaluation) {
        List<ClassEvaluation> classes = evaluation.classes();
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        boolean areTwo = evaluation.predictions() instanceof ClassPredictions && classes.size() == 2;
        List<Curve> curves = new ArrayList<>();
        List<CalibrationBins> calibration = new ArrayList<>();
        List<ThresholdScores> thresholds = new ArrayList<>();
        for (ClassEvaluation each : areTwo ? classes.subList(1, 2) : classes) {
            ThresholdCurve curve = each.curve();
            curves.add(Curve.of(each.name(), curve.thinned(MOST_POINTS)));
            calibration.add(CalibrationBins.of(each.name(), each.calibration()));
            thresholds.addAll(areTwo ? curve.table() : List.of());
        }
        return Optional.of(new EvaluatedClasses(
                classes.stream().map(ClassEvaluation::scores).toList(),
                Confusion.of(evaluation),
                curves,
                calibration,
                thresholds));
    }

    /// A confusion matrix.
    ///
    /// @param of the target column
    /// @param classes of rows and columns; of a label 0 (absent) and 1 (present)
    /// @param observedByPredicted the number of rows of each observed class, by the predicted one
    public record Confusion(String of, List<String> classes, List<List<Integer>> observedByPredicted) {
        private static List<Confusion> of(Evaluation evaluation) {
            List<Confusion> all = new ArrayList<>();
            for (ConfusionMatrix matrix : evaluation.confusion()) {
                all.add(new Confusion(
                        evaluation.predictions().names().get(all.size()), matrix.classes(), rows(matrix)));
            }
            return all;
        }

        private static List<List<Integer>> rows(ConfusionMatrix matrix) {
            List<List<Integer>> rows = new ArrayList<>();
            for (int[] counts : matrix.toArray()) {
                rows.add(Arrays.stream(counts).boxed().toList());
            }
            return rows;
        }

        int count(int observed, int predicted) {
            return observedByPredicted.get(observed).get(predicted);
        }
    }

    /// The points of a ROC and precision–recall curve, at most 200.
    ///
    /// @param of the class or label
    public record Curve(String of, List<CurvePoint> points) {
        private static Curve of(String name, ThresholdCurve curve) {
            return new Curve(
                    name,
                    curve.points().stream()
                            .map(point -> new CurvePoint(
                                    point.threshold(), point.falsePositiveRate(), point.recall(), point.precision()))
                            .toList());
        }
    }

    /// A point of both curves.
    ///
    /// @param threshold the probability from which rows are predicted positive; null where none are
    /// @param recall the true positive rate
    public record CurvePoint(double threshold, double falsePositiveRate, double recall, double precision) {}

    /// Predicted probability against observed rate.
    ///
    /// @param of the class or label
    /// @param error the expected calibration error
    /// @param calibratedError the mean error that calibrated probabilities would have on as many rows
    /// @param brier the Brier score and its parts
    /// @param bins of about as many rows each, at most 15
    public record CalibrationBins(
            String of, double error, double calibratedError, BrierParts brier, List<Calibration.Bin> bins) {
        private static CalibrationBins of(String name, Calibration calibration) {
            return new CalibrationBins(
                    name, calibration.error(), calibration.calibratedError(), calibration.brier(), calibration.bins());
        }
    }
}
