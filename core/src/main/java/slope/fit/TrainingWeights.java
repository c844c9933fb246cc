package slope.fit;

import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;

/// The weight of each training row: by the weight column and by its class.
final class TrainingWeights {
    private TrainingWeights() {}

    /// @param targets the target of each row, as `target` encodes it
    static double[] of(RowSelection choice, Target target, Table rows, float[] targets) {
        double[] weights = RowWeights.of(choice.weight(), rows);
        if (target instanceof Classes classes) {
            double[] ofClass = choice.classWeights().of(classes, targets, weights);
            for (int row = 0; row < weights.length; row++) {
                weights[row] *= ofClass[(int) targets[row]];
            }
        }
        return weights;
    }
}
