package slope.conformal;

import java.util.Arrays;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// Rows that nothing was fitted to, as the model predicts them.
public final class ConformalRows {
    private final Target target;
    private final double[] decoded; // rows × outputs
    private final Table table;

    /// @param target of the model
    /// @param decoded rows × outputs, as [Target#decode] gives them; copied
    /// @param table the rows, with the target columns
    public ConformalRows(Target target, double[] decoded, Table table) {
        if (decoded.length != table.rows() * target.width()) {
            throw new IllegalArgumentException("%s decoded outputs are none of %s rows with %s outputs"
                    .formatted(decoded.length, table.rows(), target.width()));
        }
        this.target = target;
        this.decoded = decoded.clone();
        this.table = table;
    }

    /// The target of the model.
    Target target() {
        return target;
    }

    /// The decoded outputs, to be read only: rows × outputs, row-major.
    double[] decoded() {
        return decoded;
    }

    /// The rows, with the target columns.
    Table table() {
        return table;
    }

    /// The score of each row.
    ///
    /// @param index of the target column
    double[] scores(ConformalScore score, int index) {
        double[] actual = target.actual(table);
        int columns = target.columns().size();
        double[] ascending = AscendingQuantiles.of(target, decoded);
        double[] drawn = score instanceof AdaptiveSet(RowHash hash) ? hash.of(table) : new double[0];
        double[] scores = new double[table.rows()];
        Arrays.setAll(scores, row -> switch (score) {
            case IntervalScore numbers ->
                numbers.of(ascending, row * target.width() + index, actual[row * columns + index]);
            case LeastAmbiguousSet sets -> sets.of(probability(row, index, actual[row * columns + index]));
            case AdaptiveSet ignored ->
                AdaptiveSet.scores(decoded, row * target.width(), target.width(), drawn[row])[(int) actual[row]];
        });
        return scores;
    }

    /// The probability of an actual class, or that a label is as it is.
    private double probability(int row, int index, double actual) {
        if (target instanceof Classes) {
            return decoded[row * target.width() + (int) actual];
        }
        double present = decoded[row * target.width() + index];
        return actual == 1 ? present : 1 - present;
    }
}
