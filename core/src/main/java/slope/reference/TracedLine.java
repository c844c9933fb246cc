package slope.reference;

import slope.optimizer.Lbfgs;
import slope.optimizer.LineSearch;

/// A step of [Lbfgs] seen along its direction: φ(α) is the objective at x + α·d.
///
/// @param pairs that the direction was made of, 0 for that of steepest descent
/// @param length α, the step as a share of the direction
/// @param evaluations of the objective that the search took
/// @param norm of the direction
/// @param before φ(0) and φ′(0)
/// @param after φ(α) and φ′(α)
public record TracedLine(int pairs, double length, int evaluations, double norm, End before, End after) {

    /// One end of the step.
    ///
    /// @param objective φ
    /// @param slope φ′
    public record End(double objective, double slope) {}

    /// The most that φ(α) may be: φ(0) + c₁·α·φ′(0).
    public double enough() {
        return before.objective + LineSearch.DECREASE * length * before.slope;
    }

    /// Whether φ(α) is low enough.
    public boolean isLow() {
        return after.objective <= enough();
    }

    /// Whether φ is flat enough at α.
    public boolean isFlat() {
        return Math.abs(after.slope) <= flat();
    }

    /// The most that |φ′(α)| may be: c₂·|φ′(0)|.
    public double flat() {
        return LineSearch.CURVATURE * Math.abs(before.slope);
    }
}
