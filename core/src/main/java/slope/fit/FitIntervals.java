package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.evaluation.ScoreIntervals;
import slope.model.ScoreBounds;
import slope.model.ScoreBounds.Bounds;

/// How far the scores of a fit depend on which rows were scored.
///
/// @param validation of out-of-fold predictions; empty if the time was too short
/// @param test of held-out test rows; empty if there are none as well
record FitIntervals(Optional<ScoreIntervals> validation, Optional<ScoreIntervals> test) {

    /// The intervals as a model keeps them.
    ///
    /// @param group the column whose groups belong together, if there is one
    Optional<ScoreBounds> bounds(Optional<String> group) {
        return validation.map(intervals -> new ScoreBounds(
                bounds(intervals),
                test.map(FitIntervals::bounds).orElse(List.of()),
                intervals.resamples(),
                intervals.units(),
                group.filter(ignored -> intervals.areGroups())));
    }

    /// Without those that are infinite.
    private static List<Bounds> bounds(ScoreIntervals intervals) {
        List<Bounds> bounds = new ArrayList<>();
        intervals.intervals().forEach((metric, interval) -> {
            if (Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
                bounds.add(new Bounds(
                        metric.title(),
                        interval.low(),
                        interval.high(),
                        intervals.shares().contains(metric)));
            }
        });
        return bounds;
    }
}
