package slope.optimizer;

/// L-BFGS (Liu and Nocedal 1989; Nocedal and Wright 2006, algorithm 7.5), as scikit-learn's
/// `solver="lbfgs"` has it: a quasi-Newton method for small tables. An iteration sees all rows,
/// takes the direction d = −H·g, and searches along it for the length of its step: see
/// [LbfgsMemory] and [LineSearch]. An epoch is an iteration. There is no learning rate and no batch
/// size.
///
/// It minimizes the mean loss plus λ/(2n)·‖w‖² (L2 regularization), n the rows or the sum of their
/// weights, w the parameters that decay. Training ends where the largest |g| is at most the
/// tolerance, or an iteration lowers the objective f by no more than 2.2e-9·max(|f|, 1), as SciPy
/// has it, or finds no lower point. SciPy's limit of evaluations is left out: epochs and time limit
/// training.
///
/// @param pairs how many of the last steps are remembered, at least 1
/// @param tolerance of the gradient, 0 or more
/// @param weightDecay λ, 0 or more
public record Lbfgs(int pairs, double tolerance, double weightDecay) implements Optimizer {
    /// SciPy's `ftol`: its `factr` of 1e7 times the distance of a double 1 to the next.
    private static final double LEAST_DECREASE = 1e7 * Math.ulp(1.0);

    public Lbfgs {
        if (pairs < 1) {
            throw new IllegalArgumentException("L-BFGS remembers at least 1 pair, not " + pairs);
        }
        requireNotNegative("the tolerance", tolerance);
        requireNotNegative("weight decay", weightDecay);
    }

    private static void requireNotNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + value);
        }
    }

    @Override
    public String title() {
        return "lbfgs";
    }

    /// Whether training ends after an iteration.
    ///
    /// @param before the objective before it
    /// @param after the objective after it
    /// @param gradient of the objective after it
    public boolean hasConverged(double before, double after, float[] gradient) {
        return isFlat(gradient)
                || before - after <= LEAST_DECREASE * Math.max(1, Math.max(Math.abs(before), Math.abs(after)));
    }

    /// Whether the largest |g| is at most the tolerance.
    public boolean isFlat(float[] gradient) {
        for (float each : gradient) {
            if (!(Math.abs(each) <= tolerance)) {
                return false;
            }
        }
        return true;
    }
}
