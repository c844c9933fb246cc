package slope.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import slope.data.DataException;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.data.TargetEncoding;

/// Scores of predictions against what was true, each under its metric; in the order of [Metric].
///
/// @param scores NaN where a score is not defined, such as the AUC of rows that all have one class
public record Metrics(Map<Metric, Double> scores) {

    public Metrics {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /// The scores of predictions for the rows of a table, each row counting the same.
    ///
    /// @param target the encoding of the columns the predictions are of
    /// @param actual the table with the true cells, none missing
    public static Metrics of(Predictions predictions, TargetEncoding target, Table actual) {
        double[] weights = new double[actual.rows()];
        Arrays.fill(weights, 1);
        return of(predictions, actual(target, actual), weights);
    }

    /// The scores of predictions for some rows.
    ///
    /// @param actual what [#actual] gives for the rows
    /// @param weights how many rows each one counts for, not below 0
    public static Metrics of(Predictions predictions, double[] actual, double[] weights) {
        if (predictions.rows() != weights.length || weights.length == 0) {
            throw new IllegalArgumentException("%s predictions cannot be scored against %s true values"
                    .formatted(predictions.rows(), weights.length));
        }
        return switch (predictions) {
            case Predictions.Classes classes -> new Metrics(ClassScores.of(classes, actual, weights));
            case Predictions.Labels labels -> new Metrics(LabelScores.of(labels, actual, weights));
            case Predictions.Numbers numbers -> new Metrics(NumberScores.of(numbers, actual, weights));
            case Predictions.Quantiles quantiles -> new Metrics(QuantileScores.of(quantiles, actual, weights));
        };
    }

    /// What is true of each row of a table: the number of its class; 0 or 1 for each label; the numbers
    /// themselves.
    ///
    /// @return rows × columns, row-major
    public static double[] actual(TargetEncoding target, Table table) {
        return switch (target) {
            case TargetEncoding.Classes _, TargetEncoding.Labels _ -> widened(target.encode(table));
            case TargetEncoding.Numbers _, TargetEncoding.Quantiles _, TargetEncoding.Counts _ ->
                numbers(target.columns(), table);
        };
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, index -> numbers[index]);
        return wide;
    }

    private static double[] numbers(List<String> columns, Table table) {
        double[] numbers = new double[table.rows() * columns.size()];
        for (int index = 0; index < columns.size(); index++) {
            if (!(table.column(columns.get(index)) instanceof NumberColumn column)) {
                throw new DataException(
                        "column \"%s\" holds no numbers; the model predicts some".formatted(columns.get(index)));
            }
            for (int row = 0; row < table.rows(); row++) {
                numbers[row * columns.size() + index] = column.value(row);
            }
        }
        return numbers;
    }

    /// One score.
    ///
    /// @throws IllegalArgumentException if the predictions have no such score
    public double score(Metric metric) {
        Double score = scores.get(metric);
        if (score == null) {
            throw new IllegalArgumentException("these predictions have no " + metric.title());
        }
        return score;
    }
}
