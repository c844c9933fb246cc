package slope.report.model;

import java.util.List;
import java.util.Optional;
import slope.evaluation.ScoreIntervals;
import slope.internal.text.Numerals;
import slope.model.ScoreBounds;

/// A bootstrap of scored rows.
///
/// @param resamples how many samples it drew
/// @param units how many rows, or groups of rows, it drew from
/// @param group the column whose groups were drawn whole; rows were drawn if there is none
/// @param lackedGroup the group column of the training, if it had one and these rows do not
/// @param wilson the metrics whose interval is Wilson's instead: shares of independent rows
public record Sampling(
        int resamples, int units, Optional<String> group, Optional<String> lackedGroup, List<String> wilson) {
    public Sampling {
        wilson = List.copyOf(wilson);
    }

    /// That of the validation rows of a training.
    public static Sampling of(ScoreBounds bounds) {
        return new Sampling(bounds.resamples(), bounds.units(), bounds.group(), Optional.empty(), wilson(bounds));
    }

    private static List<String> wilson(ScoreBounds bounds) {
        return bounds.validation().stream()
                .filter(ScoreBounds.Bounds::isWilson)
                .map(ScoreBounds.Bounds::metric)
                .toList();
    }

    /// The same of rows that lack the group column of the training.
    Sampling lacking(Optional<String> group) {
        return new Sampling(resamples, units, this.group, group, wilson);
    }

    /// Such as `bootstrap of 57 groups of "patient"`, or `Wilson's interval of 344 rows`.
    String method(String metric) {
        if (wilson.contains(metric)) {
            return "Wilson's interval of %s rows".formatted(Numerals.count(units));
        }
        return "bootstrap of %s%s"
                .formatted(
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
                .orElse("these rows, taken as independent");
        String few = units >= ScoreIntervals.FEW
                ? ""
                : " Of so few %s they are too narrow.".formatted(group.isPresent() ? "groups" : "rows");
        String shares = wilson.isEmpty()
                ? ""
                : " That of %s is Wilson's, which is right for shares near 0 and 1 too."
                        .formatted(ScoreFacts.listed(wilson));
        return "Intervals are by a bootstrap of %s samples of %s.%s%s"
                .formatted(Numerals.count(resamples), drawn, few, shares);
    }
}
