package slope.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;

/// How far a model errs where it predicts a number: the mean absolute residual of rows with like predictions,
/// linear between their means and constant beyond the outermost.
///
/// σ(ŷ) = v₀ + Σ (vᵢ₊₁ − vᵢ) / (kᵢ₊₁ − kᵢ) · min(max(ŷ − kᵢ, 0), kᵢ₊₁ − kᵢ)
///
/// @param knots k, predictions, ascending
/// @param values v, above 0, one for each knot
public record Difficulty(List<Double> knots, List<Double> values) {
    /// Groups of rows with like predictions.
    private static final int MOST_GROUPS = 10;

    /// A mean of fewer rows is left to chance.
    private static final int ROWS_OF_GROUP = 30;

    /// Of the mean of all rows: a group that was predicted exactly is no proof that its next row will be.
    private static final double SMALLEST_SHARE = 0.05;

    public Difficulty {
        knots = List.copyOf(knots);
        values = List.copyOf(values);
        if (knots.isEmpty() || knots.size() != values.size()) {
            throw new IllegalArgumentException("a difficulty has a value for each of its knots");
        }
        for (int index = 0; index < knots.size(); index++) {
            boolean isAscending = index == 0 || knots.get(index) > knots.get(index - 1);
            double value = values.get(index);
            if (!isAscending || !Double.isFinite(knots.get(index)) || !(value > 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("the knots of a difficulty ascend and its values are above 0");
            }
        }
    }

    /// The difficulty of rows; empty if they are too few, or all of them are predicted exactly.
    ///
    /// @param predicted of each row
    /// @param residuals of each row, absolute
    static Optional<Difficulty> fit(double[] predicted, double[] residuals) {
        int[] ascending = SortedRows.ascending(
                IntStream.range(0, predicted.length)
                        .filter(row -> Double.isFinite(predicted[row]) && Double.isFinite(residuals[row]))
                        .toArray(),
                row -> predicted[row]);
        int groups = Math.min(MOST_GROUPS, ascending.length / ROWS_OF_GROUP);
        double least = SMALLEST_SHARE * mean(ascending, residuals);
        if (groups < 2 || !(least > 0)) {
            return Optional.empty();
        }
        List<Double> knots = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int[] rows = Arrays.copyOfRange(ascending, (int) ((long) ascending.length * group / groups), (int)
                    ((long) ascending.length * (group + 1) / groups));
            double knot = mean(rows, predicted);
            if (knots.isEmpty() || knot > knots.getLast()) {
                knots.add(knot);
                values.add(Math.max(least, mean(rows, residuals)));
            }
        }
        return Optional.of(new Difficulty(knots, values));
    }

    private static double mean(int[] rows, double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(0);
    }

    /// σ of a prediction.
    public double of(double predicted) {
        double sum = values.getFirst();
        for (int index = 0; index + 1 < knots.size(); index++) {
            sum += slope(index) * Math.min(Math.max(predicted - knots.get(index), 0), width(index));
        }
        return sum;
    }

    /// kᵢ₊₁ − kᵢ.
    public double width(int index) {
        return knots.get(index + 1) - knots.get(index);
    }

    /// How fast σ grows between two knots.
    public double slope(int index) {
        return (values.get(index + 1) - values.get(index)) / width(index);
    }
}
