package slope.target;

import java.util.List;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A number for each row and column.
public final class NumberPredictions implements Predictions {
    private final NamedValues values; // of each column
    private final boolean areCounts;

    /// @param columns what is predicted
    /// @param values rows × columns, row-major, in the columns' units; copied
    public NumberPredictions(List<String> columns, double[] values) {
        this(columns, values, false);
    }

    private NumberPredictions(List<String> columns, double[] values, boolean areCounts) {
        this.values = new NamedValues(columns, values);
        this.areCounts = areCounts;
    }

    /// Expected counts.
    ///
    /// @param expected one for each row; copied
    static NumberPredictions counts(String column, double[] expected) {
        return new NumberPredictions(List.of(column), expected, true);
    }

    @Override
    public int rows() {
        return values.rows();
    }

    @Override
    public List<String> names() {
        return values.names();
    }

    @Override
    public boolean isFinite(int row) {
        return values.isFinite(row);
    }

    @Override
    public double value(int row, int index) {
        return values.at(row, index);
    }

    @Override
    public double value(int row, String name) {
        return values.at(row, name);
    }

    /// The predicted number of a row for the first, often the only, column.
    public double value(int row) {
        return value(row, 0);
    }

    @Override
    public String text(int row, int index) {
        return Double.toString(value(row, index));
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.of(areCounts ? Form.COUNTS : Form.NUMBERS, values.array(), names().size(), actual, weights);
    }

    @Override
    public String toString() {
        return NamedValues.head(this);
    }
}
