package slope.model;

import java.util.Arrays;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.data.TargetEncoding;

/// How many rows each row counts for.
final class RowWeights {
    private RowWeights() {}

    /// By the column of weights alone, where there is one: a row of weight 2 is the same row twice.
    static double[] of(RowChoice choice, Table rows) {
        double[] weights = new double[rows.rows()];
        Arrays.fill(weights, 1);
        choice.weight()
                .map(rows::column)
                .map(NumberColumn.class::cast)
                .ifPresent(column -> Arrays.setAll(weights, column::value));
        return weights;
    }

    /// For learning, by its class besides.
    ///
    /// @param targets what `target` makes of the rows
    static double[] forLearning(RowChoice choice, TargetEncoding target, Table rows, float[] targets) {
        double[] weights = of(choice, rows);
        if (target instanceof TargetEncoding.Classes classes) {
            double[] ofClass = choice.classWeights().of(classes, targets, weights);
            for (int row = 0; row < weights.length; row++) {
                weights[row] *= ofClass[(int) targets[row]];
            }
        }
        return weights;
    }
}
