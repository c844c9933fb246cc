package slope.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.ScoreInterval;
import slope.evaluation.ScoreIntervals;
import slope.internal.text.Numerals;

/// How far scores, or differences of scores, depend on which rows were scored.
///
/// @param coverage the share of samples of rows like these whose interval is around the value of all such
///     rows
/// @param resamples how many samples the bootstrap drew
/// @param units how many rows, or groups of rows, it drew from
/// @param group the column whose groups were drawn whole; rows were drawn if there is none
/// @param lackedGroup the group column of the training, if it had one and these rows do not
/// @param metrics by metric; none where a score is not defined for most samples
public record ScoreIntervalFacts(
        double coverage,
        int resamples,
        int units,
        Optional<String> group,
        Optional<String> lackedGroup,
        Map<String, ScoreInterval> metrics) {
    private static final int DIGITS = 4; // of the coverage in percent

    public ScoreIntervalFacts {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// The intervals by the names of the metrics.
    ///
    /// @param group the column of the groups that were drawn
    public static ScoreIntervalFacts of(ScoreIntervals intervals, Optional<String> group) {
        Map<String, ScoreInterval> metrics = new LinkedHashMap<>();
        intervals.intervals().forEach((metric, interval) -> metrics.put(metric.title(), interval));
        return new ScoreIntervalFacts(
                ScoreIntervals.COVERAGE, intervals.resamples(), intervals.units(), group, Optional.empty(), metrics);
    }

    /// The same of rows that lack the group column of the training.
    public ScoreIntervalFacts lacking(Optional<String> group) {
        return new ScoreIntervalFacts(coverage, resamples, units, this.group, group, metrics);
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

    /// Such as `95 %, bootstrap of 57 groups of "patient"`.
    public String method() {
        return "%s %%, bootstrap of %s%s"
                .formatted(
                        Numerals.significant(100 * coverage, DIGITS),
                        group.map(column -> "%s groups of \"%s\"".formatted(Numerals.count(units), column))
                                .orElseGet(() -> Numerals.count(units) + " rows"),
                        units >= ScoreIntervals.FEW ? "" : ", too few to be sure");
    }

    /// What the intervals are.
    public String sentence() {
        if (units < 2) {
            return "One %s alone says nothing about the spread of scores: there are no intervals."
                    .formatted(group.map("group of \"%s\""::formatted).orElse("row"));
        }
        String drawn = group.map(
                        column -> "%s groups of \"%s\", each drawn whole".formatted(Numerals.count(units), column))
                .orElseGet(() -> "these rows, taken as independent");
        String few = units >= ScoreIntervals.FEW
                ? ""
                : " Of so few %s they are too narrow.".formatted(group.isPresent() ? "groups" : "rows");
        return "Intervals are by a bootstrap of %s samples of %s.%s".formatted(Numerals.count(resamples), drawn, few);
    }
}
