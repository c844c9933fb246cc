package slope.optimizer;

/// A search along a line for a step that lowers a function φ enough and leaves it flat enough
/// (strong Wolfe conditions): φ(α) ≤ φ(0) + c₁·α·φ′(0) and |φ′(α)| ≤ c₂·|φ′(0)|, by Moré and
/// Thuente 1994 (ACM TOMS 20, 286–307), as MINPACK-2's `dcsrch` has it. The constants are those of
/// L-BFGS-B (Zhu et al. 1997), which SciPy uses: c₁ = 1e-3, c₂ = 0.9.
///
///     LineSearch search = new LineSearch(value, slope, 1);
///     while (search.goesOn()) {
///         search.tried(φ(search.step()), φ′(search.step()));
///     }
///
/// Steps are kept in an interval that brackets a good one; the next step is the minimum of a cubic
/// or a parabola through its ends.
public final class LineSearch {
    public static final double DECREASE = 1e-3;
    public static final double CURVATURE = 0.9;

    /// The search ends where the interval is this share of its larger end.
    private static final double NARROW = 0.1;

    private static final double LARGEST_STEP = 1e10;

    /// Where the interval is no smaller than this share of what it was two trials ago, it is
    /// halved.
    private static final double SHRINKING = 0.66;

    /// Until a minimum is bracketed, a step grows by between these shares of the last move.
    private static final double LEAST_GROWTH = 1.1;

    private static final double MOST_GROWTH = 4;

    /// More evaluations than this find nothing.
    private static final int MOST_TRIALS = 20;

    /// What a non-finite value multiplies the step by.
    private static final double BACK = 0.1;

    private final Trial start;
    private Trial best; // x of the paper: the end of the interval with the lower value
    private Trial other; // y of the paper
    private boolean isBracketed;
    private boolean isAuxiliary = true; // the first stage, on ψ(α) = φ(α) − φ(0) − c₁·α·φ′(0)
    private double width = LARGEST_STEP;
    private double widthBefore = 2 * LARGEST_STEP;
    private double lowest;
    private double highest;
    private double largest = LARGEST_STEP;
    private double step;
    private int trials;
    private boolean goesOn = true;
    private boolean hasFound;

    /// A step with the value and the slope of φ there.
    private record Trial(double step, double value, double slope) {
        /// Of ψ, which is φ without a line of this slope.
        Trial without(double line) {
            return new Trial(step, value - step * line, slope - line);
        }
    }

    /// @param value φ(0)
    /// @param slope φ′(0), below 0
    /// @param first the step to try first
    public LineSearch(double value, double slope, double first) {
        if (!(slope < 0) || !(first > 0)) {
            throw new IllegalArgumentException(
                    "a line search goes down by a positive step, not by %s at a slope of %s".formatted(first, slope));
        }
        this.start = new Trial(0, value, slope);
        this.best = start;
        this.other = start;
        this.step = first;
        this.highest = first + MOST_GROWTH * first;
    }

    /// Whether [#step] is to be tried.
    public boolean goesOn() {
        return goesOn;
    }

    /// The step to try next; after the search, the one tried last.
    public double step() {
        return step;
    }

    /// The number of steps that were tried.
    public int trials() {
        return trials;
    }

    /// Whether the last step tried is the one to take: it meets the conditions, or as much of them
    /// as rounding allows, and the value there is not above φ(0).
    public boolean hasFound() {
        return hasFound;
    }

    /// Ends the search if the step is good, or moves on to another.
    ///
    /// @param value φ there
    /// @param slope φ′ there
    public void tried(double value, double slope) {
        trials++;
        if (!Double.isFinite(value) || !Double.isFinite(slope)) {
            largest = step;
            step = best.step + BACK * (step - best.step);
            highest = Math.min(highest, largest);
            goesOn = trials < MOST_TRIALS;
            return;
        }
        Trial trial = new Trial(step, value, slope);
        double enough = start.value + step * DECREASE * start.slope;
        isAuxiliary &= value > enough || slope < 0;
        boolean meets = value <= enough && Math.abs(slope) <= -CURVATURE * start.slope;
        boolean isStuck = isBracketed && (step <= lowest || step >= highest || highest - lowest <= NARROW * highest);
        boolean isFarthest = step >= largest && value <= enough && slope <= DECREASE * start.slope;
        if (meets || isStuck || isFarthest) {
            goesOn = false;
            hasFound = value <= start.value;
            return;
        }
        moveOn(trial, enough);
        goesOn = trials < MOST_TRIALS;
    }

    private void moveOn(Trial trial, double enough) {
        if (isAuxiliary && trial.value <= best.value && trial.value > enough) {
            double line = DECREASE * start.slope;
            best = best.without(line);
            other = other.without(line);
            narrow(trial.without(line));
            best = best.without(-line);
            other = other.without(-line);
        } else {
            narrow(trial);
        }
        if (isBracketed) {
            if (Math.abs(other.step - best.step) >= SHRINKING * widthBefore) {
                step = best.step + 0.5 * (other.step - best.step);
            }
            widthBefore = width;
            width = Math.abs(other.step - best.step);
            lowest = Math.min(best.step, other.step);
            highest = Math.max(best.step, other.step);
        } else {
            lowest = step + LEAST_GROWTH * (step - best.step);
            highest = step + MOST_GROWTH * (step - best.step);
        }
        step = Math.clamp(step, 0, largest);
        if (isBracketed && (step <= lowest || step >= highest || highest - lowest <= NARROW * highest)) {
            step = best.step;
        }
    }

    /// The next step, and the next interval (section 4 of the paper, `dcstep`).
    private void narrow(Trial trial) {
        double next = next(trial);
        boolean turns = trial.slope * Math.signum(best.slope) < 0;
        isBracketed |= trial.value > best.value || turns;
        if (trial.value > best.value) {
            other = trial;
        } else {
            other = turns ? best : other;
            best = trial;
        }
        step = next;
    }

    private double next(Trial trial) {
        double distance = trial.step - best.step;
        if (trial.value > best.value) {
            // The minimum lies between: nearer to the better end, that of the cubic; else in the middle of both.
            double cubic = best.step + cubic(best, trial) * distance;
            double fall = (best.value - trial.value) / distance + best.slope;
            double parabola = best.step + best.slope / fall / 2 * distance;
            return Math.abs(cubic - best.step) < Math.abs(parabola - best.step)
                    ? cubic
                    : cubic + (parabola - cubic) / 2;
        }
        double secant = trial.step + trial.slope / (trial.slope - best.slope) * -distance;
        if (trial.slope * Math.signum(best.slope) < 0) {
            // The slope has turned: the minimum lies between.
            double cubic = trial.step + cubic(trial, best) * -distance;
            return Math.abs(cubic - trial.step) > Math.abs(secant - trial.step) ? cubic : secant;
        }
        if (Math.abs(trial.slope) < Math.abs(best.slope)) {
            // The slope falls: the minimum may lie beyond.
            double cubic = cubicBeyond(trial, distance);
            if (!isBracketed) {
                double farther = Math.abs(cubic - trial.step) > Math.abs(secant - trial.step) ? cubic : secant;
                return Math.clamp(farther, lowest, Math.max(lowest, highest));
            }
            double nearer = Math.abs(cubic - trial.step) < Math.abs(secant - trial.step) ? cubic : secant;
            double farthest = trial.step + SHRINKING * (other.step - trial.step);
            return distance > 0 ? Math.min(farthest, nearer) : Math.max(farthest, nearer);
        }
        if (isBracketed) {
            return trial.step + cubic(trial, other) * (other.step - trial.step);
        }
        return distance > 0 ? highest : lowest;
    }

    /// The minimum of the cubic if it lies beyond the trial; the farthest step where there is none.
    private double cubicBeyond(Trial trial, double distance) {
        double share = cubic(trial, best);
        boolean isBeyond = share < 0 && gamma(trial, best) != 0;
        return isBeyond ? trial.step - share * distance : distance > 0 ? highest : lowest;
    }

    /// Where the cubic through both has its minimum, as a share of the way from one to the other.
    private static double cubic(Trial from, Trial to) {
        double gamma = gamma(from, to);
        return (gamma - from.slope + theta(from, to)) / (gamma - from.slope + gamma + to.slope);
    }

    private static double theta(Trial from, Trial to) {
        return 3 * (from.value - to.value) / (to.step - from.step) + from.slope + to.slope;
    }

    /// sqrt(θ² − φ′·φ′), scaled so that it does not overflow, with the sign of the way.
    private static double gamma(Trial from, Trial to) {
        double theta = theta(from, to);
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(from.slope), Math.abs(to.slope)));
        double share = theta / scale;
        double root = Math.sqrt(Math.max(0, share * share - from.slope / scale * (to.slope / scale)));
        return Math.signum(to.step - from.step) * scale * root;
    }
}
