package slope.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.metric.ScoredRows;

/// How good predictions are, and how good those of the baseline are, which looks at no input.
///
/// @param rows how many were scored
/// @param model the scores of the predictions
/// @param baseline those of the baseline
/// @param intervals of quantiles, how many rows they cover; none of other predictions
public record Scores(int rows, Metrics model, Metrics baseline, List<IntervalCoverage> intervals) {
    public Scores {
        intervals = List.copyOf(intervals);
    }

    /// Scores the same rows twice.
    ///
    /// @param others metrics beside those that apply to such predictions
    public static Scores of(ScoredRows model, ScoredRows baseline, Metric... others) {
        return new Scores(
                model.rows(), Metrics.of(model, others), Metrics.of(baseline, others), IntervalCoverage.of(model));
    }

    /// A score in each line, as in `accuracy 0.9524 (baseline 0.4419)`.
    @Override
    public String toString() {
        return model.scores().keySet().stream()
                .map(metric -> String.format(
                        Locale.ROOT,
                        "%s %.4g (baseline %.4g)",
                        metric.title(),
                        model.score(metric),
                        baseline.scores().getOrDefault(metric, Double.NaN)))
                .collect(Collectors.joining("\n"));
    }

    /// Whether a metric says that the baseline is as good, or better.
    public boolean isNoBetter(Metric metric) {
        return lead(metric) >= 0;
    }

    /// Whether a metric says that the baseline is better.
    public boolean isWorse(Metric metric) {
        return lead(metric) > 0;
    }

    /// How far the baseline is ahead; NaN where one of the two has no such score, or neither way is better.
    private double lead(Metric metric) {
        double score = model.score(metric);
        double trivial = baseline.score(metric);
        return switch (metric.better()) {
            case HIGHER -> trivial - score;
            case LOWER -> score - trivial;
            case NEITHER -> Double.NaN;
        };
    }
}
