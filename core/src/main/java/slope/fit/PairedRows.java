package slope.fit;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.table.RowWeights;
import slope.table.Table;

/// The validation rows of a network, to compare two ways to predict them row by row.
final class PairedRows {
    private final Table table;
    private final RowLosses losses;
    private final double[] weights;

    PairedRows(NetworkPlan plan) {
        this.table = plan.validation();
        this.losses =
                new RowLosses(plan.decided().found().target(), plan.decided().settings(), table);
        this.weights = RowWeights.of(plan.estimator().rows().weight(), table);
    }

    /// How much a mean loss falls.
    ///
    /// @param mean negative where it rises
    /// @param standardError of the mean, which takes rows as independent
    /// @param before the mean loss before
    record Gain(double mean, double standardError, double before) {
        /// Whether it is more than one standard error.
        boolean isClear() {
            return mean > standardError;
        }

        /// Whether it is more than a share of the mean loss before.
        boolean isAbove(double share) {
            return mean > share * Math.abs(before);
        }
    }

    Table table() {
        return table;
    }

    /// The loss of each row.
    double[] losses(double[] decoded) {
        return losses.of(decoded);
    }

    /// How much the weighted mean loss falls.
    Gain gain(double[] before, double[] after) {
        double sum = Arrays.stream(weights).sum();
        double mean = mean(row -> before[row] - after[row], sum);
        double squares = IntStream.range(0, weights.length)
                .mapToDouble(row -> weights[row] * (before[row] - after[row] - mean))
                .map(value -> value * value)
                .sum();
        return new Gain(mean, Math.sqrt(squares) / sum, mean(row -> before[row], sum));
    }

    private double mean(IntToDoubleFunction ofRow, double sum) {
        return IntStream.range(0, weights.length)
                        .mapToDouble(row -> weights[row] * ofRow.applyAsDouble(row))
                        .sum()
                / sum;
    }
}
