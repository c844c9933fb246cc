package slope.model;

import java.util.List;
import java.util.Optional;

/// How far scores depend on which rows were scored: 95 of 100 samples of rows like these have their bounds
/// around the score of all such rows.
///
/// @param validation of out-of-fold predictions; a metric may have none
/// @param test of the test rows that were held out; none if there are none
/// @param resamples how many samples of the validation rows were drawn
/// @param units how many validation rows, or groups of them, were drawn from
/// @param group the column whose groups were drawn whole; rows were drawn if there is none
public record ScoreBounds(
        List<Bounds> validation, List<Bounds> test, int resamples, int units, Optional<String> group) {
    public ScoreBounds {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /// The bounds of a score.
    ///
    /// @param isWilson whether they are those of Wilson's interval of a share, not of a bootstrap
    public record Bounds(String metric, double low, double high, boolean isWilson) {}

    /// The bounds of a metric's validation score.
    public Optional<Bounds> ofValidation(String metric) {
        return named(validation, metric);
    }

    /// The bounds of a metric's test score.
    public Optional<Bounds> ofTest(String metric) {
        return named(test, metric);
    }

    private static Optional<Bounds> named(List<Bounds> all, String metric) {
        return all.stream().filter(each -> each.metric().equals(metric)).findFirst();
    }
}
