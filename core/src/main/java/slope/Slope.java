package slope;

import slope.fit.Estimator;
import slope.target.TargetChoice;

/// The front door: from what is to be predicted to a model.
///
///     Model model = Slope.predict("species").fit(penguins).model();
public final class Slope {
    private Slope() {}

    /// An estimator of one column, or several, of the usual settings: the tuned recipe, all columns
    /// that look like inputs, a fifth of the rows for validation, seed 0, the fastest kernels on all
    /// cores. Their values tell what kind of column it is: see [TargetChoice].
    public static Estimator predict(String... columns) {
        return predict(TargetChoice.of(columns));
    }

    /// An estimator of the usual settings.
    public static Estimator predict(TargetChoice target) {
        return Estimator.forTarget(target);
    }
}
