package slope.target;

import java.util.List;
import java.util.Optional;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A number for each row and column.
public final class NumberPredictions extends Predictions {
    private final Form form;
    private final double power; // of amounts

    /// @param columns what is predicted
    /// @param values rows × columns, row-major, in the columns' units; copied
    public NumberPredictions(List<String> columns, double[] values) {
        this(columns, values, Form.NUMBERS, 0, Optional.empty());
    }

    private NumberPredictions(
            List<String> columns, double[] values, Form form, double power, Optional<PredictionSets> sets) {
        super(columns, values, sets);
        this.form = form;
        this.power = power;
    }

    /// Expected counts or amounts.
    ///
    /// @param power 1 for counts, 2 for gamma, between for Tweedie
    /// @param expected one for each row; copied
    static NumberPredictions amounts(String column, double power, double[] expected) {
        return new NumberPredictions(List.of(column), expected, formOf(power), power, Optional.empty());
    }

    @Override
    public NumberPredictions with(PredictionSets sets) {
        return new NumberPredictions(outputs(), array(), form, power, Optional.of(sets));
    }

    static Form formOf(double power) {
        return power == 1 ? Form.COUNTS : power == 2 ? Form.GAMMA : Form.TWEEDIE;
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return form == Form.GAMMA || form == Form.TWEEDIE
                ? ScoredRows.ofAmounts(array(), power, actual, weights)
                : super.against(actual, weights);
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
