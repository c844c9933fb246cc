package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.loss.Loss;
import slope.optimizer.ParameterGroups;
import slope.optimizer.ParameterGroups.Multipliers;
import slope.optimizer.ParameterGroups.Weights;
import slope.reference.Matrix;
import slope.reference.TracedLine;
import slope.reference.TracedStep;
import slope.report.json.Report;
import slope.report.model.ParameterPlace;
import slope.run.TracedUpdate;
import slope.training.TrainedStep;

/// An update of a training: one step, with every number in double precision.
///
/// @param place which step of which network
/// @param forward the rows, the loss and the layers
/// @param gradient of all parameters together
/// @param rate the learning rate and the other settings that change in a training
/// @param optimizer what makes changes of gradients
/// @param parameters how they move
public record UpdateReport(
        UpdatePlace place,
        UpdateForward forward,
        UpdateGradient gradient,
        UpdateRate rate,
        UpdateOptimizer optimizer,
        UpdatedParameters parameters)
        implements Report {
    /// How many parameters are shown, unless all are asked for.
    private static final int MOST = 10;

    /// The report of an update.
    ///
    /// @param full whether it has every parameter, and all numbers of the forward pass
    public static UpdateReport of(TracedUpdate update, boolean full) {
        TracedStep step = update.traced();
        TrainedStep trained = update.trained();
        return new UpdateReport(
                UpdatePlace.of(update),
                UpdateForward.of(update, full),
                UpdateGradient.of(step),
                new UpdateRate(
                        step.rate(),
                        trained.progress(),
                        trained.rateMultiplier(),
                        step.decayShare(),
                        step.dropoutShare()),
                new UpdateOptimizer(
                        step.settings().optimizer().title(),
                        step.stepsOfMemory(),
                        trained.averagedSteps(),
                        step.settings().trainingOptions().parameterGroups().weights(),
                        step.line().map(LineOfSearch::of)),
                UpdatedParameters.of(update, full));
    }

    @Override
    public String report() {
        return "update";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        return new UpdateText(this).within(width);
    }

    /// Which step.
    ///
    /// @param network its number in the order of training, from 1
    /// @param networks how many were trained
    /// @param epoch from 1
    /// @param step of the epoch, from 1
    /// @param stepInAll of the training, from 1
    /// @param steps of the training, at most
    public record UpdatePlace(int network, int networks, int epoch, int step, long stepInAll, long steps) {
        private static UpdatePlace of(TracedUpdate update) {
            TrainedStep trained = update.trained();
            return new UpdatePlace(
                    update.network(),
                    update.networks(),
                    trained.epoch(),
                    trained.number(),
                    trained.numberInAll(),
                    (long) trained.course().stepsOfEpoch()
                            * update.traced().settings().stopping().epochs());
        }
    }

    /// The forward pass of a step.
    ///
    /// @param rows the numbers of the table's rows, from 1, for each ensemble member
    /// @param weights of the rows; none where each counts once
    /// @param loss its value
    /// @param function the loss of the training, with its settings
    /// @param layers first to last
    public record UpdateForward(
            List<List<Integer>> rows, List<Double> weights, double loss, Loss function, List<UpdatedLayer> layers) {
        private static UpdateForward of(TracedUpdate update, boolean full) {
            TracedStep step = update.traced();
            int members = step.before().architecture().members();
            int each = update.rows().size() / members;
            List<List<Integer>> rows = new ArrayList<>();
            for (int member = 0; member < members; member++) {
                rows.add(update.rows().subList(member * each, (member + 1) * each));
            }
            return new UpdateForward(
                    rows, step.weights(), step.loss(), step.settings().loss(), UpdatedLayer.of(step, full));
        }
    }

    /// The gradient of all parameters together.
    ///
    /// @param norm its Euclidean norm
    /// @param maximumNorm that it is clipped to, if it is clipped
    /// @param multiplier of clipping; 1 where it does not clip
    public record UpdateGradient(double norm, Optional<Double> maximumNorm, double multiplier) {
        private static UpdateGradient of(TracedStep step) {
            double maximum = step.settings().trainingOptions().maximumGradientNorm();
            return new UpdateGradient(
                    step.gradientNorm(),
                    Double.isInfinite(maximum) ? Optional.empty() : Optional.of(maximum),
                    step.clipping());
        }
    }

    /// Settings that change in a training.
    ///
    /// @param learningRate of this step
    /// @param progress the share of the training that is done
    /// @param multiplier of the learning rate after divergence; else 1
    /// @param decayShare the share of the weight decay that is in force
    /// @param dropoutShare the share of dropout that is in force
    public record UpdateRate(
            double learningRate, double progress, double multiplier, double decayShare, double dropoutShare) {}

    /// An optimizer in a step.
    ///
    /// @param stepsOfMemory the steps that its moments are of, with this one
    /// @param averagedSteps the steps that parameters are averaged over; 0 where they are not
    /// @param weights the scale that it sees weights in
    /// @param line the search along a direction, of an optimizer that searches
    public record UpdateOptimizer(
            String name, long stepsOfMemory, int averagedSteps, Weights weights, Optional<LineOfSearch> line) {}

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

    /// How parameters move.
    ///
    /// @param blocks the matrices that they belong to
    /// @param moves of parameters
    /// @param all whether these are all, in order; else those of the largest changes
    /// @param largestDistance between a parameter of the training, in single precision, and this report
    public record UpdatedParameters(
            List<UpdatedBlock> blocks, List<MovedParameter> moves, boolean all, double largestDistance) {
        private static UpdatedParameters of(TracedUpdate update, boolean full) {
            TracedStep step = update.traced();
            return new UpdatedParameters(
                    UpdatedBlock.of(step),
                    full ? MovedParameter.all(step) : MovedParameter.largest(step, MOST),
                    full,
                    update.largestDistance());
        }
    }

    /// A matrix of parameters.
    ///
    /// @param shape rows and columns
    /// @param rateMultiplier of the learning rate
    /// @param decayMultiplier of the weight decay
    /// @param largestChange of one of its parameters
    public record UpdatedBlock(
            ParameterPlace block,
            List<Integer> shape,
            double rateMultiplier,
            double decayMultiplier,
            double largestChange) {
        private static List<UpdatedBlock> of(TracedStep step) {
            ParameterGroups groups = step.settings().trainingOptions().parameterGroups();
            ParameterLayout layout = step.before().architecture().parameterLayout();
            List<UpdatedBlock> blocks = new ArrayList<>();
            for (Block block : layout.blocks()) {
                Multipliers multipliers = groups.multipliers(block.role());
                Matrix change = step.updates()
                        .get(block.layer())
                        .blocks()
                        .get(layout.of(block.layer()).indexOf(block))
                        .step();
                blocks.add(new UpdatedBlock(
                        ParameterPlace.of(block),
                        List.of(block.rows(), block.columns()),
                        multipliers.rate(),
                        multipliers.decay(),
                        Arrays.stream(change.toArray()).map(Math::abs).max().orElse(0)));
            }
            return blocks;
        }
    }
}
