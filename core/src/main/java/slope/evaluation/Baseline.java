package slope.evaluation;

import slope.data.Column;
import slope.data.NumberColumn;
import slope.data.TargetEncoding;
import slope.model.Predictions;

/// The trivial prediction every model is held against: the same for each row, from the training
/// rows' target alone.
///
/// For classes it gives each its share of the training rows, so the likeliest is the most frequent
/// one; for numbers it gives their mean.
public final class Baseline {
    private Baseline() {}

    /// The baseline's predictions for this many rows.
    ///
    /// @param trainingTarget the target of the training rows, none missing
    public static Predictions predict(TargetEncoding target, Column trainingTarget, int rows) {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                Predictions.same(classes.classes(), shares(classes, trainingTarget), rows);
            case TargetEncoding.Numbers _ -> Predictions.same(mean((NumberColumn) trainingTarget), rows);
        };
    }

    private static double[] shares(TargetEncoding.Classes classes, Column trainingTarget) {
        double[] shares = new double[classes.count()];
        for (float index : classes.encode(trainingTarget)) {
            shares[(int) index] += 1.0 / trainingTarget.rows();
        }
        return shares;
    }

    private static double mean(NumberColumn trainingTarget) {
        double mean = 0;
        for (int row = 0; row < trainingTarget.rows(); row++) {
            mean += trainingTarget.value(row) / trainingTarget.rows();
        }
        return mean;
    }
}
