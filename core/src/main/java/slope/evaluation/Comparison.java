package slope.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;
import slope.table.DataException;

/// Two models on the same rows: how much their scores differ, how sure that is, and where they disagree.
///
///     Comparison compared = Comparison.of(Evaluation.of(first, rows), Evaluation.of(second, rows));
///
/// Differences are the second score − the first. They are paired: both models are scored on each sample of a
/// bootstrap, so that rows that are hard for both do not blur the difference.
public final class Comparison {
    private final Evaluation first;
    private final Evaluation second;
    private final PredictionDistance distance;

    private Comparison(Evaluation first, Evaluation second) {
        this.first = first;
        this.second = second;
        this.distance = PredictionDistance.between(first, second);
    }

    /// A row on which two models disagree.
    ///
    /// @param row its number among the scored rows, from 0
    /// @param distance of the two predictions, from 0
    public record Disagreement(int row, double distance) {}

    /// Compares two models that are evaluated on the same rows.
    ///
    /// @param first of a model
    /// @param second of another one, on the same table
    /// @throws DataException if they scored other rows, or have no score in common
    public static Comparison of(Evaluation first, Evaluation second) {
        boolean areSame = first.rows().rows() == second.rows().rows()
                && IntStream.range(0, first.rows().rows())
                        .allMatch(row -> first.numberInTable(row) == second.numberInTable(row));
        if (!areSame) {
            throw new DataException(
                    "the models do not score the same rows, %s and %s of them: they read missing values differently"
                            .formatted(first.rows().rows(), second.rows().rows()));
        }
        Form one = first.scored().form();
        Form other = second.scored().form();
        if (one != other && !(one.areNumbers() && other.areNumbers())) {
            throw new DataException("one model predicts %s and the other %s, which have no scores in common"
                    .formatted(words(one), words(other)));
        }
        return new Comparison(first, second);
    }

    private static String words(Form form) {
        return switch (form) {
            case CLASSES -> "classes";
            case LABELS -> "labels";
            case NUMBERS -> "numbers";
            case COUNTS -> "counts";
            case GAMMA, TWEEDIE -> "amounts";
            case QUANTILES -> "quantiles";
        };
    }

    /// The first model's evaluation.
    public Evaluation first() {
        return first;
    }

    /// The second model's evaluation.
    public Evaluation second() {
        return second;
    }

    /// The metrics that both models have, at least one.
    public List<Metric> metrics() {
        Collection<Metric> others = second.scores().model().scores().keySet();
        return first.scores().model().scores().keySet().stream()
                .filter(others::contains)
                .toList();
    }

    /// The second model's score − the first one's.
    ///
    /// @param metric one of the [#metrics]
    public double difference(Metric metric) {
        return second.scores().model().score(metric) - first.scores().model().score(metric);
    }

    /// The intervals of the differences.
    public ScoreIntervals intervals(Bootstrap bootstrap) {
        return bootstrap.differences(first.scored(), second.scored(), metrics());
    }

    /// Whether the difference is more than the spread of samples explains: 0 is outside of the interval.
    ///
    /// @return the sign of the lead: 1 if the second model is better, −1 if the first one is, 0 if it is open
    public static int lead(Metric metric, ScoreInterval interval) {
        int sign = interval.low() > 0 ? 1 : interval.high() < 0 ? -1 : 0;
        return switch (metric.better()) {
            case HIGHER -> sign;
            case LOWER -> -sign;
            case NEITHER -> 0;
        };
    }

    /// The test of equal accuracy; empty for other predictions than classes, and for weighted rows.
    public Optional<McNemar> mcNemar() {
        ScoredRows one = first.scored();
        ScoredRows other = second.scored();
        if (one.form() != Form.CLASSES || one.isWeighted()) {
            return Optional.empty();
        }
        int firstAlone = 0;
        int secondAlone = 0;
        for (int row = 0; row < one.rows(); row++) {
            boolean isFirst = one.predicted(row) == (int) one.actual(row);
            boolean isSecond = other.predicted(row) == (int) other.actual(row);
            firstAlone += isFirst && !isSecond ? 1 : 0;
            secondAlone += isSecond && !isFirst ? 1 : 0;
        }
        return Optional.of(McNemar.of(firstAlone, secondAlone));
    }

    /// How many rows have the same prediction as text: the same class, or labels.
    public int agreements() {
        return (int) IntStream.range(0, first.rows().rows())
                .filter(row -> distance.isSame(row))
                .count();
    }

    /// The rows on which the predictions differ most, the largest distance first; none where they are equal.
    ///
    /// The distance of classes is ½·Σ|p − q|, the total variation of their probabilities; of labels the largest
    /// |p − q|; of numbers |ŷ − ẑ|, of several columns in standard deviations of each and the mean; of quantiles
    /// that of the middle ones.
    ///
    /// @param most how many at most
    public List<Disagreement> disagreements(int most) {
        return IntStream.range(0, first.rows().rows())
                .mapToObj(row -> new Disagreement(row, distance.of(row)))
                .filter(each -> each.distance() > 0)
                .sorted(Comparator.comparingDouble(Disagreement::distance)
                        .reversed()
                        .thenComparingInt(Disagreement::row))
                .limit(most)
                .toList();
    }
}
