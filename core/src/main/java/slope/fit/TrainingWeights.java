package slope.fit;

import slope.internal.text.Numerals;
import slope.table.DataException;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// The weight of each training row: by the weight column and by its class.
final class TrainingWeights {
    private TrainingWeights() {}

    /// @param targets the target of each row, as `target` encodes it
    /// @throws DataException if a weight is no number from 0 on, or too large for a float
    static double[] of(RowSelection choice, Target target, Table rows, float[] targets) {
        double[] weights = RowWeights.of(choice.weight(), rows);
        if (target instanceof Classes classes) {
            double[] ofClass = choice.classWeights().of(classes, targets, weights);
            for (int row = 0; row < weights.length; row++) {
                weights[row] *= ofClass[(int) targets[row]];
            }
        }
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] <= Float.MAX_VALUE)) {
                throw new DataException("a row has the weight %s; weights are at most %s, so make all of them smaller"
                        .formatted(Numerals.exact(weights[row]), Numerals.significant(Float.MAX_VALUE, 2)));
            }
        }
        return weights;
    }
}
