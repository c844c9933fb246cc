package slope.run;

import slope.fit.FitPlan;
import slope.fit.PreparedNetwork;
import slope.fit.TimeFrame;
import slope.layer.Architecture;
import slope.recipe.Setting;

/// The amount of work of a training.
///
/// @param epochs of each network, at most
/// @param networks that are trained one after another, if each takes all its epochs
/// @param afterEach the work after training for each network, in epochs of the same duration
/// @param leastPace the minimum epochs a second of an ordinary machine, once Java has compiled them
record Work(int epochs, int networks, double afterEach, double leastPace) {
    /// Multiply-adds of a second, below which kernels are not compiled yet: a fifth of what they do
    /// afterwards.
    private static final double VECTOR_PRODUCTS = 2e9;

    private static final double SCALAR_PRODUCTS = 2e8;

    /// Forward and backward.
    private static final int LEARNING = 3;

    /// The time to predict a row, as a share of training on it.
    private static final double PREDICTING = 0.35;

    static Work of(FitPlan prepared, TimeFrame frame) {
        PreparedNetwork first = prepared.first();
        int trainingRows = first.split().training().length;
        Architecture architecture = first.architecture();
        double products = (double) LEARNING
                * trainingRows
                * architecture.members()
                * architecture.parameterLayout().length();
        boolean isScalar = first.engine().choice().isScalar();
        return new Work(
                prepared.settings().get(Setting.EPOCHS),
                prepared.networks(),
                PREDICTING * frame.rowsAfter() / trainingRows,
                (isScalar ? SCALAR_PRODUCTS : VECTOR_PRODUCTS) / products);
    }

    /// The work after training, for this many networks, in epochs.
    double after(int networks) {
        return networks * afterEach;
    }
}
