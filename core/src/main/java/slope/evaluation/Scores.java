package slope.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.metric.ScoredRows;

/// Scores of predictions and of the baseline, which uses no input.
///
/// @param rows the number of scored rows
/// @param model the scores of the predictions
/// @param baseline the scores of the baseline
/// @param intervals the coverage of quantiles; empty for other predictions
public record Scores(int rows, Metrics model, Metrics baseline, List<IntervalCoverage> intervals) {
    public Scores {
        intervals = List.copyOf(intervals);
    }

    /// Scores the same rows by the predictions and by the baseline.
    ///
    /// @param others metrics in addition to the built-in ones that apply
    public static Scores of(ScoredRows model, ScoredRows baseline, Metric... others) {
        return new Scores(
                model.rows(), Metrics.of(model, others), Metrics.of(baseline, others), IntervalCoverage.of(model));
    }

    /// One score a line, such as `accuracy 0.9524 (baseline 0.4419)`.
    @Override
    public String toString() {
        return model.scores().keySet().stream()
                .map(metric -> "%s %s (baseline %s)"
                        .formatted(
                                metric.title(),
                                Numerals.score(model.score(metric)),
                                Numerals.score(baseline.scores().getOrDefault(metric, Double.NaN))))
                .collect(Collectors.joining("\n"));
    }

    /// Whether the baseline is as good or better by some metric.
    public boolean isNoBetter(Metric metric) {
        return lead(metric) >= 0;
    }

    /// Whether the baseline is better by some metric.
    public boolean isWorse(Metric metric) {
        return lead(metric) > 0;
    }

    /// How far the baseline is ahead; NaN where a score is missing or the metric has no direction.
    private double lead(Metric metric) {
        double score = model.score(metric);
        double trivial = baseline.scores().getOrDefault(metric, Double.NaN);
        return switch (metric.better()) {
            case HIGHER -> trivial - score;
            case LOWER -> score - trivial;
            case NEITHER -> Double.NaN;
        };
    }
}
