package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.loss.Loss;
import slope.optimizer.Optimizer;
import slope.optimizer.ParameterGroups;
import slope.optimizer.ParameterGroups.Multipliers;
import slope.optimizer.ParameterGroups.Weights;
import slope.optimizer.UpdateRule;
import slope.reference.Matrix;
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
                UpdateRate.of(step, trained),
                UpdateOptimizer.of(step, trained),
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
    /// @param weights of the rows, where some count more than once
    /// @param loss its value
    /// @param function the loss of the training, with its settings
    /// @param layers first to last
    public record UpdateForward(
            List<List<Integer>> rows,
            Optional<List<Double>> weights,
            double loss,
            Loss function,
            List<UpdatedLayer> layers) {
        private static UpdateForward of(TracedUpdate update, boolean full) {
            TracedStep step = update.traced();
            int members = step.before().architecture().members();
            int each = update.rows().size() / members;
            List<List<Integer>> rows = new ArrayList<>();
            for (int member = 0; member < members; member++) {
                rows.add(update.rows().subList(member * each, (member + 1) * each));
            }
            return new UpdateForward(
                    rows,
                    Optional.of(step.weights()).filter(weights -> !weights.isEmpty()),
                    step.loss(),
                    step.settings().loss(),
                    UpdatedLayer.of(step, full));
        }
    }

    /// The gradient of all parameters together.
    ///
    /// @param norm its Euclidean norm
    /// @param maximumNorm that it is clipped to, if it is clipped
    /// @param multiplier of clipping; 1 where the norm is below
    public record UpdateGradient(double norm, Optional<Double> maximumNorm, Optional<Double> multiplier) {
        private static UpdateGradient of(TracedStep step) {
            Optional<Double> maximum = Optional.of(
                            step.settings().trainingOptions().maximumGradientNorm())
                    .filter(Double::isFinite);
            return new UpdateGradient(step.gradientNorm(), maximum, maximum.map(ignored -> step.clipping()));
        }
    }

    /// Settings that change in a training.
    ///
    /// @param learningRate of this step, where the optimizer has one
    /// @param progress the share of the training that is done
    /// @param multiplier of the learning rate, or of the first length in a line search, after divergence
    /// @param decayShare the share of the weight decay that is in force, where it has a schedule
    /// @param dropoutShare the share of dropout that is in force, where there is dropout
    public record UpdateRate(
            Optional<Double> learningRate,
            double progress,
            Optional<Double> multiplier,
            Optional<Double> decayShare,
            Optional<Double> dropoutShare) {
        private static UpdateRate of(TracedStep step, TrainedStep trained) {
            Optimizer optimizer = step.settings().optimizer();
            boolean drops = step.before().architecture().layers().stream().anyMatch(Layer::isRandom);
            return new UpdateRate(
                    optimizer instanceof UpdateRule ? Optional.of(step.rate()) : Optional.empty(),
                    trained.progress(),
                    Optional.of(trained.rateMultiplier()).filter(multiplier -> multiplier != 1),
                    decaysWeights(optimizer) ? Optional.of(step.decayShare()) : Optional.empty(),
                    drops ? Optional.of(step.dropoutShare()) : Optional.empty());
        }
    }

    /// Whether a step takes a share of the weights itself; a line search has it in its objective.
    static boolean decaysWeights(Optimizer optimizer) {
        return optimizer instanceof UpdateRule && optimizer.weightDecay() > 0;
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
    /// @param rateMultiplier of the learning rate, where there is one
    /// @param decayMultiplier of the weight decay, where there is any
    /// @param scale √inputs, where the optimizer sees the weights so many times larger than they are: it makes
    ///     its memory of a gradient divided by this, and what comes of its formula is divided by this again
    /// @param largestChange of one of its parameters
    public record UpdatedBlock(
            ParameterPlace block,
            List<Integer> shape,
            Optional<Double> rateMultiplier,
            Optional<Double> decayMultiplier,
            Optional<Double> scale,
            double largestChange) {
        private static List<UpdatedBlock> of(TracedStep step) {
            ParameterGroups groups = step.settings().trainingOptions().parameterGroups();
            Optimizer optimizer = step.settings().optimizer();
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
                        optimizer instanceof UpdateRule ? Optional.of(multipliers.rate()) : Optional.empty(),
                        optimizer.weightDecay() > 0 ? Optional.of(multipliers.decay()) : Optional.empty(),
                        groups.weights() == Weights.NEURAL_TANGENT
                                        && block.role().isMatrix()
                                ? Optional.of(Math.sqrt(block.rows()))
                                : Optional.empty(),
                        Arrays.stream(change.toArray()).map(Math::abs).max().orElse(0)));
            }
            return blocks;
        }
    }
}
