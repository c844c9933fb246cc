package slope.optimizer;

/// A schedule of a setting such as dropout or weight decay, a pure function of progress.
public enum Schedule {
    /// The full value throughout.
    CONSTANT,
    /// The full value in the first half, then along half a cosine down to 0 (RealMLP's `flat_cos`:
    /// Holzmüller et al. 2024, arXiv 2407.04491).
    FLAT_COSINE;

    /// The share of the setting. It is computed in each step, so nothing is allocated here.
    ///
    /// @param progress steps done over steps in all, from 0 to below 1
    public double at(double progress) {
        return switch (this) {
            case CONSTANT -> 1;
            case FLAT_COSINE -> {
                if (progress < 0.5) {
                    yield 1;
                }
                double root = QuarterCosine.cosine(0.5 * Math.PI * (2 * progress - 1)); // ½·(1 + cos x) = cos²(½x)
                yield root * root;
            }
        };
    }
}
