package slope.report.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.evaluation.ScoreInterval;
import slope.metric.Metric;
import slope.report.page.Axis;
import slope.report.page.RowBars;

/// The differences of two models as a drawing: a bar for each metric, to the right where the second model is
/// better, with its interval. Metrics have units of their own, so each is shown in halves of the width of its
/// interval: one that leaves out 0 is decided.
final class DifferenceBars {
    private DifferenceBars() {}

    /// A figure of a page; nothing if no metric with a direction has an interval.
    ///
    /// @param second the name of the second model
    static String figure(ComparedScores scores, String second) {
        Map<String, ScoreInterval> gains = new LinkedHashMap<>();
        scores.intervals().metrics().forEach((metric, interval) -> {
            Metric.Better better = scores.better().getOrDefault(metric, Metric.Better.NEITHER);
            double half = (interval.high() - interval.low()) / 2;
            if (better != Metric.Better.NEITHER && half > 0 && Double.isFinite(half)) {
                gains.put(
                        metric,
                        better == Metric.Better.HIGHER
                                ? new ScoreInterval(interval.low() / half, interval.high() / half)
                                : new ScoreInterval(-interval.high() / half, -interval.low() / half));
            }
        });
        if (gains.isEmpty()) {
            return "";
        }
        double widest = gains.values().stream()
                .mapToDouble(gain -> Math.max(Math.abs(gain.low()), Math.abs(gain.high())))
                .max()
                .orElseThrow();
        RowBars bars = new RowBars(new Axis("half widths of the interval", -widest, widest));
        gains.forEach((metric, gain) -> {
            double middle = (gain.low() + gain.high()) / 2;
            bars.bar(metric, 0, middle, middle > 0 ? "raises" : "lowers").interval(gain.low(), gain.high());
        });
        return bars.figure("To the right where %s is better".formatted(second));
    }
}
