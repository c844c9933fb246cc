package slope.fit.selection;

import java.util.stream.IntStream;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.PostProcessing;
import slope.metric.Metric;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Target;

/// Rows with their actual values, and how well decoded outputs fit them.
final class ScoredSubset {
    private final Target target;
    private final Metric metric;
    private final double[] actual; // rows × columns, see Target.actual
    private final double[] weights; // rows

    private ScoredSubset(Target target, Metric metric, double[] actual, double[] weights) {
        this.target = target;
        this.metric = metric;
        this.actual = actual;
        this.weights = weights;
    }

    /// All rows of a table.
    static ScoredSubset of(Target target, FitPlan plan, Table rows) {
        return new ScoredSubset(
                target,
                plan.metric(),
                target.actual(rows),
                RowWeights.of(plan.estimator().rows().weight(), rows));
    }

    /// Some of these rows.
    ScoredSubset of(int[] some) {
        return new ScoredSubset(
                target, metric, rows(actual, some, weights.length), rows(weights, some, weights.length));
    }

    /// Some rows of values.
    ///
    /// @param values of all rows, row-major
    /// @param count how many rows they are of
    static double[] rows(double[] values, int[] some, int count) {
        int width = values.length / count;
        double[] rows = new double[some.length * width];
        for (int row = 0; row < some.length; row++) {
            System.arraycopy(values, some[row] * width, rows, row * width, width);
        }
        return rows;
    }

    /// The decoded outputs of some of these rows.
    double[] decoded(double[] ofAll, int[] some) {
        return rows(ofAll, some, weights.length);
    }

    int size() {
        return weights.length;
    }

    double score(double[] decoded) {
        return target.predictions(decoded).against(actual, weights).score(metric);
    }

    /// By the metric, and by the log-loss of calibrated probabilities where that is as good.
    SelectionLoss loss(FitPlan plan) {
        return new SelectionLoss() {
            @Override
            public double of(double[] decoded) {
                return metric.toMinimise(score(decoded));
            }

            @Override
            public double finer(double[] decoded) {
                return target.isClassification()
                        ? target.predictions(postProcessing(plan, decoded).calibrated(decoded))
                                .against(actual, weights)
                                .score(Metric.LOG_LOSS)
                        : 0;
            }
        };
    }

    /// The calibration and the rule of decisions that suit these rows best.
    PostProcessing postProcessing(FitPlan plan, double[] decoded) {
        return PostProcessing.fit(plan, target, decoded, actual, weights);
    }

    /// @param decided the target with its rule of decisions
    /// @param calibrated decoded outputs as they are predicted
    /// @param rows these rows, for the baseline
    /// @param training the training rows, whose mean is the baseline
    Scores scores(Target decided, double[] calibrated, Table rows, Table training) {
        return Scores.of(
                decided.predictions(calibrated).against(actual, weights),
                target.baseline(target.constant(training), rows).against(actual, weights),
                metric);
    }

    /// The numbers of the rows that are, or are not, of a part.
    static int[] rows(int[] parts, int part, boolean areOfIt) {
        return IntStream.range(0, parts.length)
                .filter(row -> (parts[row] == part) == areOfIt)
                .toArray();
    }
}
