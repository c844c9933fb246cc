package slope;

import slope.fit.Estimator;
import slope.target.TargetChoice;

/// The entry point: from a target column to a model.
///
///     Model model = Slope.predict("species").fit(penguins).model();
public final class Slope {
    private Slope() {}

    /// An estimator of one column, or several, with default settings: the tuned recipe, all columns
    /// that look like inputs, a fifth of the rows for validation, seed 0, the fastest kernels on
    /// all cores. The kind of target follows from the values: see [TargetChoice].
    public static Estimator predict(String... columns) {
        return predict(TargetChoice.of(columns));
    }

    /// An estimator with default settings.
    public static Estimator predict(TargetChoice target) {
        return Estimator.forTarget(target);
    }
}
