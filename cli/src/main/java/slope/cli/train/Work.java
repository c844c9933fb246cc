package slope.cli.train;

import slope.fit.FitPlan;
import slope.fit.PreparedNetwork;
import slope.fit.TimeFrame;
import slope.layer.Architecture;
import slope.recipe.Setting;

/// How much there is to do.
///
/// @param epochs of each network, at most
/// @param networks that are trained one after another, if each takes all its epochs
/// @param afterEach what is to be done for each network behind the training, in epochs that take as long
/// @param leastPace epochs that an ordinary machine does in a second, at least, once Java has compiled them
record Work(int epochs, int networks, double afterEach, double leastPace) {
    /// Multiply-adds of a second, below which kernels are not compiled yet: a fifth of what they do afterwards.
    private static final double VECTOR_PRODUCTS = 2e9;

    private static final double SCALAR_PRODUCTS = 2e8;

    /// Forward and backward.
    private static final int LEARNING = 3;

    /// What predicting a row takes of what learning from it takes.
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

    /// What is to be done behind the training of so many networks, in epochs.
    double after(int networks) {
        return networks * afterEach;
    }
}
