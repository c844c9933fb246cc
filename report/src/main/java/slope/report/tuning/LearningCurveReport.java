package slope.report.tuning;

import java.util.List;
import java.util.Optional;
import slope.fit.LearningCurve;
import slope.metric.Metric;
import slope.report.json.PageReport;
import slope.report.model.TargetFacts;
import slope.run.tuning.RequestedCurve;

/// How good a model is by the number of its rows.
///
/// @param file the table, as it was named
/// @param task what is predicted
/// @param metric of the scores
/// @param better its direction
/// @param folds how many were held out in turn
/// @param points from the fewest rows to all
public record LearningCurveReport(
        String file, TargetFacts task, String metric, Metric.Better better, int folds, List<CurvePoint> points)
        implements PageReport {
    public LearningCurveReport {
        points = List.copyOf(points);
    }

    public static LearningCurveReport of(RequestedCurve asked, LearningCurve curve) {
        return new LearningCurveReport(
                asked.request().table().toString(),
                TargetFacts.of(asked.plan().target()),
                curve.metric().title(),
                curve.metric().better(),
                asked.repeats(),
                curve.points().stream().map(CurvePoint::of).toList());
    }

    /// A number of rows.
    ///
    /// @param rows in the mean over the folds, with those that choose the best epoch
    /// @param scores of each held-out fold
    /// @param mean of the scores
    /// @param standardDeviation of a fold's score; none of a single one
    /// @param baseline the mean score of the best constant prediction
    /// @param linear the mean score of ridge, logistic or Poisson regression on the same rows; none for quantiles
    public record CurvePoint(
            int rows,
            List<Double> scores,
            double mean,
            Optional<Double> standardDeviation,
            double baseline,
            Optional<Double> linear) {
        public CurvePoint {
            scores = List.copyOf(scores);
        }

        private static CurvePoint of(LearningCurve.Point point) {
            return new CurvePoint(
                    point.rows(),
                    point.scores(),
                    point.mean(),
                    Optional.of(point.standardDeviation()).filter(Double::isFinite),
                    point.baseline(),
                    point.linear());
        }

        double spread() {
            return standardDeviation.orElse(0.0);
        }
    }

    @Override
    public String report() {
        return "learning-curve";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new CurveText(this).within(width);
    }

    @Override
    public String page() {
        return new CurvePage(this).html();
    }

    /// Whether a linear model is shown.
    boolean hasLinear() {
        return points.stream().allMatch(point -> point.linear().isPresent());
    }

    /// What the points show.
    String words() {
        return "%s of rows that had no part in the training, %s: mean and standard deviation of %s of five folds, beside the best constant prediction%s. Where the last steps"
                        .formatted(
                                metric,
                                better.words(),
                                folds,
                                hasLinear() ? " and a linear model of the same rows" : "")
                + " are small beside ±, more rows of this kind help little.";
    }
}
