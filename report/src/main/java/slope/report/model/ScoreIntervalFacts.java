package slope.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.ScoreInterval;
import slope.evaluation.ScoreIntervals;
import slope.internal.text.Numerals;
import slope.metric.Metric;
import slope.model.ScoreBounds;

/// How far scores, or differences of scores, depend on which rows were scored.
///
/// @param coverage the share of samples of rows like these whose interval is around the value of all such
///     rows
/// @param sampling how samples were drawn
/// @param metrics the interval of each metric; none where a score is not defined for most samples
/// @param unseen the metrics without an interval because the rows show no error, or in every sample the same
///     difference
public record ScoreIntervalFacts(
        double coverage, Sampling sampling, Map<String, ScoreInterval> metrics, List<String> unseen) {
    private static final int DIGITS = 4; // of the coverage in percent

    public ScoreIntervalFacts {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        unseen = List.copyOf(unseen);
    }

    /// The intervals by the names of the metrics.
    ///
    /// @param group the column of the groups that were drawn
    public static ScoreIntervalFacts of(ScoreIntervals intervals, Optional<String> group) {
        Map<String, ScoreInterval> metrics = new LinkedHashMap<>();
        intervals.intervals().forEach((metric, interval) -> metrics.put(metric.title(), interval));
        return new ScoreIntervalFacts(
                ScoreIntervals.COVERAGE,
                new Sampling(
                        intervals.resamples(), intervals.units(), group, Optional.empty(), titles(intervals.shares())),
                metrics,
                titles(intervals.unseen()));
    }

    /// Those of a training's validation scores, as its model keeps them.
    public static ScoreIntervalFacts ofValidation(ScoreBounds bounds) {
        Map<String, ScoreInterval> metrics = new LinkedHashMap<>();
        bounds.validation().forEach(each -> metrics.put(each.metric(), new ScoreInterval(each.low(), each.high())));
        return new ScoreIntervalFacts(ScoreIntervals.COVERAGE, Sampling.of(bounds), metrics, List.of());
    }

    private static List<String> titles(List<Metric> metrics) {
        return metrics.stream().map(Metric::title).toList();
    }

    /// The same of rows that lack the group column of the training.
    public ScoreIntervalFacts lacking(Optional<String> group) {
        return new ScoreIntervalFacts(coverage, sampling.lacking(group), metrics, unseen);
    }

    /// Such as `0.9130 to 0.9855`; a dash where there is none.
    public String text(String metric) {
        ScoreInterval interval = metrics.get(metric);
        return interval == null ? "–" : Numerals.score(interval.low()) + " to " + Numerals.score(interval.high());
    }

    /// The heading of a column of intervals, such as `95 % interval`.
    public String heading() {
        return Numerals.significant(100 * coverage, DIGITS) + " % interval";
    }

    /// Such as `95 %, bootstrap of 57 groups of "patient"`, or `95 %, Wilson's interval of 344 rows`.
    public String method(String metric) {
        return "%s %%, %s".formatted(Numerals.significant(100 * coverage, DIGITS), sampling.method(metric));
    }

    /// What the intervals of scores are, and why some scores have none.
    public String sentence() {
        return sentence(
                unseen.stream().anyMatch(ScoreIntervalFacts::isProbabilityLoss)
                        ? "these rows show no error, and a bootstrap repeats what it sees."
                        : "every sample of these rows has the same, which tells nothing of other rows.");
    }

    /// It lacks an interval only where no row is predicted wrong.
    private static boolean isProbabilityLoss(String metric) {
        return Metric.named(metric).filter(Metric::isProbabilityLoss).isPresent();
    }

    /// The same of differences.
    public String sentenceOfDifferences() {
        return sentence("these rows show the same difference in every sample, and a bootstrap repeats what it sees.");
    }

    private String sentence(String nothingSeen) {
        return unseen.isEmpty()
                ? sampling.sentence()
                : "%s There is none for %s: %s".formatted(sampling.sentence(), ScoreFacts.listed(unseen), nothingSeen);
    }
}
