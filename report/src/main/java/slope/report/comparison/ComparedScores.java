package slope.report.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.Bootstrap;
import slope.evaluation.Comparison;
import slope.evaluation.ScoreInterval;
import slope.evaluation.ScoreIntervals;
import slope.metric.Metric;
import slope.report.model.ScoreIntervalFacts;

/// The scores of two models on the same rows, by metric.
///
/// @param better higher, lower or neither, for each metric
/// @param first scores of the first model
/// @param second scores of the second model
/// @param differences second − first
/// @param lead which model is better for sure: the interval of the difference does not include 0
/// @param intervals of the differences: both models were scored on the same samples
public record ComparedScores(
        Map<String, Metric.Better> better,
        Map<String, Double> first,
        Map<String, Double> second,
        Map<String, Double> differences,
        Map<String, Lead> lead,
        ScoreIntervalFacts intervals) {

    /// Which of two models is better.
    public enum Lead {
        FIRST,
        SECOND,
        /// The interval includes 0.
        OPEN,
        /// The metric has no direction, or no interval.
        NONE
    }

    static ComparedScores of(Comparison compared, Bootstrap bootstrap, Optional<String> group) {
        ScoreIntervals intervals = compared.intervals(bootstrap);
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Double> second = new LinkedHashMap<>();
        Map<String, Double> differences = new LinkedHashMap<>();
        Map<String, Lead> lead = new LinkedHashMap<>();
        for (Metric metric : compared.metrics()) {
            String name = metric.title();
            better.put(name, metric.better());
            first.put(name, compared.first().scores().model().score(metric));
            second.put(name, compared.second().scores().model().score(metric));
            differences.put(name, compared.difference(metric));
            lead.put(name, lead(metric, intervals.of(metric)));
        }
        return new ComparedScores(better, first, second, differences, lead, ScoreIntervalFacts.of(intervals, group));
    }

    private static Lead lead(Metric metric, Optional<ScoreInterval> interval) {
        if (metric.better() == Metric.Better.NEITHER || interval.isEmpty()) {
            return Lead.NONE;
        }
        return switch (Comparison.lead(metric, interval.get())) {
            case 1 -> Lead.SECOND;
            case -1 -> Lead.FIRST;
            default -> Lead.OPEN;
        };
    }

    /// The loss that people compare models by: the first of these that there is.
    String loss() {
        return better.entrySet().stream()
                .filter(metric -> metric.getValue() == Metric.Better.LOWER)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> better.keySet().iterator().next());
    }
}
