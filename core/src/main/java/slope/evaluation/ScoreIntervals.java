package slope.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.metric.Metric;

/// How far scores depend on which rows were scored: an interval for each metric, by a [Bootstrap]. The share of
/// independent rows that are right has Wilson's interval, which knows what chance does near 0 and 1.
///
/// @param intervals by metric, in the order of the scores; a metric that is not defined for more than one
///     sample of twenty has none, and none has one where there is a single unit
/// @param shares the metrics whose interval is Wilson's
/// @param unseen the metrics that have none because the rows show no error: every sample has the same score, or
///     what a wrong prediction costs has not been seen
/// @param resamples how many samples were drawn
/// @param units what was drawn: rows, or groups of rows
/// @param areGroups whether rows of a group were drawn together
public record ScoreIntervals(
        Map<Metric, ScoreInterval> intervals,
        List<Metric> shares,
        List<Metric> unseen,
        int resamples,
        int units,
        boolean areGroups) {
    /// The share of samples of rows like these whose interval is around the value of all such rows.
    public static final double COVERAGE = 0.95;

    /// Of fewer units an interval is too narrow to be relied on.
    public static final int FEW = 20;

    public ScoreIntervals {
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        shares = List.copyOf(shares);
        unseen = List.copyOf(unseen);
    }

    /// The interval of a metric's score.
    public Optional<ScoreInterval> of(Metric metric) {
        return Optional.ofNullable(intervals.get(metric));
    }

    /// Whether intervals of so few rows or groups are likely to be too narrow.
    public boolean areOfFew() {
        return units < FEW;
    }
}
