package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import slope.evaluation.IntervalCoverage;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.run.FinishedRun;
import slope.table.NumberColumn;

/// Warnings before a model is trusted, a sentence each: the baseline is as good, or the coverage of
/// quantiles is off.
public final class ScoreWarnings {
    private ScoreWarnings() {}

    /// The warnings of validation and test rows together.
    public static List<String> of(FinishedRun run) {
        Metric metric = run.result().metric();
        List<String> warnings = new ArrayList<>(of(run.validation(), metric, "validation"));
        run.test().ifPresent(test -> warnings.addAll(of(test, metric, "test")));
        return warnings;
    }

    /// @param chosen the metric that chose the best epoch
    /// @param part the scored rows, validation or test
    public static List<String> of(Scores scores, Metric chosen, String part) {
        List<String> warnings = new ArrayList<>();
        List<Metric> failing = scores.model().scores().keySet().stream()
                .filter(metric -> metric.equals(chosen) ? scores.isNoBetter(metric) : scores.isWorse(metric))
                .toList();
        if (!failing.isEmpty()) {
            warnings.add("for the %s rows, the baseline is %s: %s"
                    .formatted(
                            part,
                            failing.stream().anyMatch(scores::isWorse) ? "better than the model" : "as good",
                            failing.stream()
                                    .map(metric -> besideBaseline(scores, metric))
                                    .collect(Collectors.joining(", "))));
        }
        scores.intervals().stream()
                .filter(IntervalCoverage::isMiscalibrated)
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
    static String coverage(IntervalCoverage interval, String part) {
        String upper = NumberColumn.text(interval.upper());
        String where = interval.lower() == 0
                ? "up to the quantile " + upper
                : "between the quantiles %s and %s".formatted(NumberColumn.text(interval.lower()), upper);
        return String.format(
                Locale.ROOT,
                "%.3f of the %s rows are %s, %s was expected",
                interval.observed(),
                part,
                where,
                NumberColumn.text(nominal(interval)));
    }

    /// Without the last digits of a difference such as 0.9 − 0.1.
    static double nominal(IntervalCoverage interval) {
        return Math.round(interval.nominal() * 1e9) / 1e9;
    }

    private static String besideBaseline(Scores scores, Metric metric) {
        return "%s %s beside %s"
                .formatted(
                        metric.title(),
                        TrainReport.score(scores.model().score(metric)),
                        TrainReport.score(scores.baseline().score(metric)));
    }
}
