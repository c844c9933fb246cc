package slope.report.trace;

import java.util.Optional;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.Lbfgs;
import slope.optimizer.Momentum;
import slope.optimizer.Nesterov;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups.Weights;
import slope.optimizer.RmsProp;
import slope.optimizer.Sgd;
import slope.optimizer.UpdateRule;
import slope.reference.TracedLine;
import slope.reference.TracedStep;
import slope.training.TrainedStep;

/// An optimizer in a step.
///
/// @param stepsOfMemory the steps that its moments are of, with this one, where it has any
/// @param averagedSteps the steps that parameters are averaged over, where they are
/// @param epsilon ε, which keeps its quotient finite, where it has one
/// @param weights the scale that it sees weights in
/// @param line the search along a direction, of an optimizer that searches
public record UpdateOptimizer(
        String name,
        Optional<Long> stepsOfMemory,
        Optional<Integer> averagedSteps,
        Optional<Double> epsilon,
        Weights weights,
        Optional<LineOfSearch> line) {
    static UpdateOptimizer of(TracedStep step, TrainedStep trained) {
        Optimizer optimizer = step.settings().optimizer();
        return new UpdateOptimizer(
                optimizer.title(),
                optimizer instanceof UpdateRule rule && !rule.moments().isEmpty()
                        ? Optional.of(step.stepsOfMemory())
                        : Optional.empty(),
                Optional.of(trained.averagedSteps()).filter(steps -> steps > 0),
                epsilon(optimizer),
                step.settings().trainingOptions().parameterGroups().weights(),
                step.line().map(LineOfSearch::of));
    }

    private static Optional<Double> epsilon(Optimizer optimizer) {
        return switch (optimizer) {
            case Adam adam -> Optional.of(adam.epsilon());
            case AdamW decaying -> Optional.of(decaying.adam().epsilon());
            case RmsProp settings -> Optional.of(settings.epsilon());
            case Sgd ignored -> Optional.empty();
            case Momentum ignored -> Optional.empty();
            case Nesterov ignored -> Optional.empty();
            case Lbfgs ignored -> Optional.empty();
        };
    }

    /// A line search: φ(α) is the objective at x + α·d.
    ///
    /// @param pairs that the direction d was made of, 0 for that of steepest descent
    /// @param norm of the direction
    /// @param length α
    /// @param evaluations of the objective
    /// @param before φ(0) and φ′(0)
    /// @param after φ(α) and φ′(α), with what they may be at most
    public record LineOfSearch(
            int pairs, double norm, double length, int evaluations, LineEnd before, SearchedEnd after) {
        private static LineOfSearch of(TracedLine line) {
            return new LineOfSearch(
                    line.pairs(),
                    line.norm(),
                    line.length(),
                    line.evaluations(),
                    new LineEnd(line.before().objective(), line.before().slope()),
                    new SearchedEnd(line.after().objective(), line.after().slope(), line.enough(), line.flat()));
        }

        /// The start of a line.
        ///
        /// @param objective φ
        /// @param slope φ′
        public record LineEnd(double objective, double slope) {}

        /// The point that the search has found.
        ///
        /// @param objective φ
        /// @param slope φ′
        /// @param greatestObjective the objective that is low enough
        /// @param greatestSlope the absolute slope that is flat enough
        public record SearchedEnd(double objective, double slope, double greatestObjective, double greatestSlope) {
            boolean isLow() {
                return objective <= greatestObjective;
            }

            boolean isFlat() {
                return Math.abs(slope) <= greatestSlope;
            }
        }
    }
}
