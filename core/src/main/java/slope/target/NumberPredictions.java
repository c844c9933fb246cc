package slope.target;

import java.util.List;
import slope.metric.ScoredRows.Form;

/// A number for each row and column.
public final class NumberPredictions extends Predictions {
    private final Form form;

    /// @param columns what is predicted
    /// @param values rows × columns, row-major, in the columns' units; copied
    public NumberPredictions(List<String> columns, double[] values) {
        this(columns, values, Form.NUMBERS);
    }

    private NumberPredictions(List<String> columns, double[] values, Form form) {
        super(columns, values);
        this.form = form;
    }

    /// Expected counts.
    ///
    /// @param expected one for each row; copied
    static NumberPredictions counts(String column, double[] expected) {
        return new NumberPredictions(List.of(column), expected, Form.COUNTS);
    }

    @Override
    Form form() {
        return form;
    }

    /// The predicted number of a row for the first, often the only, column.
    public double value(int row) {
        return value(row, 0);
    }
}
