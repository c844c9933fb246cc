package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.metric.Predictions;
import slope.table.NumberColumn;
import slope.table.Table;

/// The trivial prediction every model is held against: the same for each row (for counts, by its
/// exposure), from the training rows' target alone.
///
/// For classes it gives each its share of the training rows, so the likeliest is the most frequent
/// one; for labels their shares; for numbers their means, for quantiles those of the training rows.
public final class Baseline {
    private Baseline() {}

    /// The baseline's predictions for the rows of a table.
    ///
    /// @param training the training rows, none of their targets missing
    public static Predictions predict(TargetEncoding target, Table training, Table rows) {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                new Predictions.Classes(
                        classes.column(), classes.classes(), repeated(shares(classes, training), rows.rows()));
            case TargetEncoding.Labels labels ->
                new Predictions.Labels(
                        labels.columns(),
                        labels.labels().stream()
                                .map(TargetEncoding.Classes::classes)
                                .toList(),
                        repeated(means(labels, training), rows.rows()));
            case TargetEncoding.Numbers numbers ->
                new Predictions.Numbers(numbers.columns(), repeated(means(numbers, training), rows.rows()));
            case TargetEncoding.Quantiles quantiles ->
                new Predictions.Quantiles(
                        quantiles.scale().column(),
                        quantiles.levels(),
                        repeated(quantiles(quantiles, training), rows.rows()));
            case TargetEncoding.Counts counts ->
                Predictions.Numbers.counts(counts.column(), counts.expectedInTheMean(rows));
        };
    }

    private static double[] shares(TargetEncoding.Classes classes, Table training) {
        double[] shares = new double[classes.count()];
        for (float index : classes.encode(training)) {
            shares[(int) index] += 1.0 / training.rows();
        }
        return shares;
    }

    private static double[] means(TargetEncoding target, Table training) {
        double[] actual = target.actual(training);
        double[] means = new double[target.columns().size()];
        for (int index = 0; index < actual.length; index++) {
            means[index % means.length] += actual[index] / training.rows();
        }
        return means;
    }

    private static double[] quantiles(TargetEncoding.Quantiles target, Table training) {
        NumberColumn column = (NumberColumn) training.column(target.scale().column());
        double[] ascending = new double[column.rows()];
        Arrays.setAll(ascending, column::value);
        Arrays.sort(ascending);
        List<Double> levels = target.levels();
        double[] quantiles = new double[levels.size()];
        Arrays.setAll(quantiles, index -> ascending[(int) (levels.get(index) * (ascending.length - 1))]);
        return quantiles;
    }

    private static double[] repeated(double[] row, int rows) {
        double[] repeated = new double[rows * row.length];
        for (int index = 0; index < repeated.length; index++) {
            repeated[index] = row[index % row.length];
        }
        return repeated;
    }
}
