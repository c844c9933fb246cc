package slope.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;

/// Rows in the order of a predicted probability: the weights of the rows that share one, of the
/// second class or with the label (positive) and of the others (negative).
final class RankedRows {
    private final double[] positive; // one for each probability, ascending
    private final double[] negative;

    private RankedRows(double[] positive, double[] negative) {
        this.positive = positive;
        this.negative = negative;
    }

    /// The rows by the probability of the second of two classes, or by that of each label.
    static List<RankedRows> of(ScoredRows rows) {
        if (rows.form() == ScoredRows.Form.CLASSES) {
            return List.of(of(rows, 1, row -> rows.actual(row) == 1));
        }
        return IntStream.range(0, rows.width())
                .mapToObj(label -> of(rows, label, row -> rows.isActual(row, label)))
                .toList();
    }

    /// None of the rows where a probability is NaN: they have no order.
    private static RankedRows of(ScoredRows rows, int index, IntPredicate isPositive) {
        if (IntStream.range(0, rows.rows()).anyMatch(row -> Double.isNaN(rows.predicted(row, index)))) {
            return new RankedRows(new double[0], new double[0]);
        }
        int[] ascending =
                SortedRows.ascending(IntStream.range(0, rows.rows()).toArray(), row -> rows.predicted(row, index));
        double[] positive = new double[ascending.length];
        double[] negative = new double[ascending.length];
        int groups = 0;
        for (int place = 0; place < ascending.length; place++) {
            int row = ascending[place];
            boolean isTied = place > 0 && rows.predicted(row, index) == rows.predicted(ascending[place - 1], index);
            groups += isTied ? 0 : 1;
            (isPositive.test(row) ? positive : negative)[groups - 1] += rows.weight(row);
        }
        return new RankedRows(Arrays.copyOf(positive, groups), Arrays.copyOf(negative, groups));
    }

    /// How many different probabilities there are.
    int groups() {
        return positive.length;
    }

    /// The weight of the positive rows of a probability, counted from the lowest.
    double positive(int group) {
        return positive[group];
    }

    /// The weight of the negative rows of a probability, counted from the lowest.
    double negative(int group) {
        return negative[group];
    }
}
