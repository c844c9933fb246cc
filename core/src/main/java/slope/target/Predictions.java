package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.metric.Metrics;
import slope.metric.ScoredRows;

/// Predictions for some rows, in the words and units of the target columns.
public sealed interface Predictions permits ClassPredictions, LabelPredictions, NumberPredictions, QuantilePredictions {

    /// The count of rows.
    int rows();

    /// The names of the predictions of each row: a column, several, or a column's quantiles.
    List<String> names();

    /// A predicted cell as text.
    ///
    /// @param index which of the [#names]
    String text(int row, int index);

    /// The first predicted cell of a row as text.
    default String text(int row) {
        return text(row, 0);
    }

    /// Whether all predictions of a row are finite. Parameters that are NaN or infinite give
    /// others.
    boolean isFinite(int row);

    /// A predicted number, in the column's unit.
    ///
    /// @param index which of the [#names]
    /// @throws IllegalStateException if classes or labels are predicted
    default double value(int row, int index) {
        throw new IllegalStateException("the model predicts classes, not a number; ask for the text");
    }

    /// A predicted number by its name, in the column's unit.
    ///
    /// @throws IllegalArgumentException if there is no such name
    /// @throws IllegalStateException if classes or labels are predicted
    default double value(int row, String name) {
        return value(row, 0);
    }

    /// The probability of a class or label, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if there is no such name
    default double probability(int row, String name) {
        throw new IllegalArgumentException("the model predicts numbers, not the class \"%s\"".formatted(name));
    }

    /// The scores of the predictions, with equal weights.
    ///
    /// @param actual the actual values: rows × columns, as [Target#actual] gives them
    default Metrics scores(double[] actual) {
        double[] weights = new double[rows()];
        Arrays.fill(weights, 1);
        return scores(actual, weights);
    }

    /// The scores of the predictions.
    ///
    /// @param actual the actual values: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    default Metrics scores(double[] actual, double[] weights) {
        return Metrics.of(against(actual, weights));
    }

    /// The predictions with the actual values, as metrics read them.
    ///
    /// @param actual the actual values: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    ScoredRows against(double[] actual, double[] weights);
}
