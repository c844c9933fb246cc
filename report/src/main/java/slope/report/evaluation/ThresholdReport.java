package slope.report.evaluation;

import java.util.Comparator;
import slope.evaluation.ClassEvaluation;
import slope.evaluation.Evaluation;
import slope.evaluation.ThresholdCurve;
import slope.evaluation.ThresholdScores;
import slope.report.json.Report;
import slope.table.DataException;
import slope.target.ClassPredictions;

/// Two classes, of which the second is predicted from a threshold on: what comes of it, and what it costs.
///
/// @param positive the second class
/// @param counts of rows
/// @param accuracy the share of rows that are predicted right
/// @param scores of the second class
/// @param cost of all rows that are predicted wrong
/// @param cheapest the threshold of the lowest cost
public record ThresholdReport(
        String positive, Counts counts, double accuracy, ThresholdScores scores, double cost, Cheapest cheapest)
        implements Report {

    /// Rows by what was observed and predicted.
    public record Counts(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
        private double cost(Costs costs) {
            return falseNegatives * costs.falseNegative + falsePositives * costs.falsePositive;
        }
    }

    /// What a row costs that is predicted wrong.
    public record Costs(double falseNegative, double falsePositive) {
        public Costs {
            if (!(falseNegative >= 0 && falsePositive >= 0)
                    || falseNegative + falsePositive == Double.POSITIVE_INFINITY) {
                throw new DataException("the costs of a wrong prediction are numbers from 0 on");
            }
        }
    }

    /// The threshold of the lowest cost.
    ///
    /// @param threshold null where the second class is best never predicted
    public record Cheapest(double threshold, double cost) {}

    /// What comes of a threshold.
    ///
    /// @throws DataException if the evaluation is not of two classes
    public static ThresholdReport of(Evaluation evaluation, double threshold, Costs costs) {
        if (!(evaluation.predictions() instanceof ClassPredictions classes)
                || classes.classes().size() != 2) {
            throw new DataException("a threshold is for two classes, which this model does not predict");
        }
        ClassEvaluation second = evaluation.classes().get(1);
        ThresholdCurve curve = second.curve();
        Counts counts = counts(curve, at(curve, threshold), evaluation.rows().rows());
        int rows = evaluation.rows().rows();
        Cheapest cheapest = curve.points().stream()
                .map(point -> new Cheapest(
                        point.threshold(), counts(curve, point, rows).cost(costs)))
                .min(Comparator.comparingDouble(Cheapest::cost))
                .orElseThrow();
        return new ThresholdReport(
                second.name(),
                counts,
                (double) (counts.truePositives + counts.trueNegatives) / rows,
                curve.at(threshold),
                counts.cost(costs),
                cheapest);
    }

    /// The last point whose threshold is not below.
    private static ThresholdCurve.Point at(ThresholdCurve curve, double threshold) {
        return curve.points().stream()
                .filter(point -> point.threshold() >= threshold)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Counts counts(ThresholdCurve curve, ThresholdCurve.Point point, int rows) {
        int positives = curve.points().getLast().truePositives();
        return new Counts(
                point.truePositives(),
                point.falsePositives(),
                positives - point.truePositives(),
                rows - positives - point.falsePositives());
    }

    @Override
    public String report() {
        return "threshold";
    }

    @Override
    public int version() {
        return 1;
    }
}
