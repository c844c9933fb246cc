package slope.optimizer;

/// How much of a setting is left as training goes on, a pure function of progress.
public enum Schedule {
    /// All of it throughout.
    CONSTANT,
    /// All of it in the first half, then along half a cosine down to nothing (RealMLP's `flat_cos`:
    /// Holzmüller et al. 2024, arXiv 2407.04491).
    FLAT_COSINE;

    /// The share that is left. It is asked for in each step, so nothing is allocated here.
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
