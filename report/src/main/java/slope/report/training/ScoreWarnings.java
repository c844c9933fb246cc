package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.report.training.TrainingScores.Interval;
import slope.report.training.TrainingScores.TestedRows;

/// Warnings before a model is trusted, a sentence each: the baseline is as good, or the coverage of
/// quantiles is off.
final class ScoreWarnings {
    private ScoreWarnings() {}

    /// The warnings of validation and test rows together.
    ///
    /// @param areShifted whether quantiles are shifted after validation rows were predicted: theirs are
    ///     those that the shift corrects
    static List<String> of(TrainingScores scores, boolean areShifted) {
        List<String> warnings = new ArrayList<>(of(
                scores.validation(),
                "validation",
                areShifted ? List.of() : scores.validation().intervals()));
        scores.test().ifPresent(test -> warnings.addAll(of(test, "test", test.intervals())));
        return warnings;
    }

    private static List<String> of(TestedRows scores, String part, List<Interval> intervals) {
        List<String> warnings = new ArrayList<>();
        if (!scores.noBetter().isEmpty()) {
            warnings.add("for the %s rows, the baseline is %s: %s"
                    .formatted(
                            part,
                            scores.worse().isEmpty() ? "as good" : "better than the model",
                            scores.noBetter().stream()
                                    .map(metric -> besideBaseline(scores, metric))
                                    .collect(Collectors.joining(", "))));
        }
        intervals.stream()
                .filter(Interval::miscalibrated)
                .forEach(interval -> warnings.add(coverage(interval, part)
                        + String.format(
                                Locale.ROOT,
                                "; sampling error of %.0f rows explains %.3f to %.3f",
                                interval.rows(),
                                Math.max(0, interval.nominal() - interval.samplingError()),
                                Math.min(1, interval.nominal() + interval.samplingError()))));
        return warnings;
    }

    /// The coverage of an interval, with its nominal share.
    static String coverage(Interval interval, String part) {
        String upper = Numerals.exact(interval.upper());
        String where = interval.lower() == 0
                ? "up to the quantile " + upper
                : "between the quantiles %s and %s".formatted(Numerals.exact(interval.lower()), upper);
        return String.format(
                Locale.ROOT,
                "%.3f of the %s rows are %s, %s was expected",
                interval.observed(),
                part,
                where,
                Numerals.exact(interval.nominal()));
    }

    private static String besideBaseline(TestedRows scores, String metric) {
        return "%s %s beside %s"
                .formatted(
                        metric,
                        Numerals.score(scores.metrics().getOrDefault(metric, Double.NaN)),
                        Numerals.score(scores.baseline().getOrDefault(metric, Double.NaN)));
    }
}
