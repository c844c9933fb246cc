package slope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import slope.internal.function.StudentQuantile;
import slope.metric.Metric;

/// Scores of the folds of a cross-validation, and how sure their mean is.
///
/// Models of different folds share most of their training rows, so their scores are alike and the usual standard
/// error is too small. The corrected one is √((1/J + n₂/n₁)·s²) for J folds in all, n₂ test and n₁ training rows
/// (Nadeau and Bengio 2003, "Inference for the generalization error", Machine Learning 52, section 4.2); the
/// interval is Student's with J − 1 degrees of freedom.
///
/// @param mean of the folds whose score is defined; not defined if none is
/// @param standardError the corrected one; not defined if fewer than two are
/// @param low the lower bound of the mean's interval, which covers it 95 times of 100; not defined where all folds
///     have the same score, which tells nothing of its spread
/// @param high the upper bound
/// @param folds whose score is defined
public record FoldSpread(double mean, double standardError, double low, double high, int folds) {
    private static final double COVERAGE = 0.95;
    private static final double ROUNDING = 1e-12;

    static FoldSpread of(List<CrossValidation.Fold> folds, ToDoubleFunction<CrossValidation.Fold> score) {
        List<CrossValidation.Fold> defined = folds.stream()
                .filter(fold -> !Double.isNaN(score.applyAsDouble(fold)))
                .toList();
        double rows = defined.stream()
                .mapToDouble(fold -> (double) fold.rows().test() / fold.rows().training())
                .average()
                .orElse(Double.NaN);
        return of(defined.stream().mapToDouble(score).toArray(), rows);
    }

    /// @param scores of each fold
    /// @param testRows for each training row
    static FoldSpread of(double[] scores, double testRows) {
        int count = scores.length;
        double mean = Arrays.stream(scores).average().orElse(Double.NaN);
        if (count < 2) {
            return new FoldSpread(mean, Double.NaN, Double.NaN, Double.NaN, count);
        }
        double variance = Arrays.stream(scores)
                        .map(score -> (score - mean) * (score - mean))
                        .sum()
                / (count - 1);
        double standardError = Math.sqrt((1.0 / count + testRows) * variance);
        double margin = standardError <= ROUNDING * Math.abs(mean)
                ? Double.NaN
                : StudentQuantile.twoSided(COVERAGE, count - 1) * standardError;
        return new FoldSpread(mean, standardError, mean - margin, mean + margin, count);
    }

    /// The same with an interval that does not pass the score of perfect predictions.
    FoldSpread of(Metric metric) {
        return switch (metric.better()) {
            case HIGHER -> new FoldSpread(mean, standardError, low, least(high, metric.best()), folds);
            case LOWER -> new FoldSpread(mean, standardError, most(low, metric.best()), high, folds);
            case NEITHER -> this;
        };
    }

    private static double least(double bound, double best) {
        return bound > best ? best : bound;
    }

    private static double most(double bound, double best) {
        return bound < best ? best : bound;
    }
}
