package slope.report.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.optimizer.Lbfgs;
import slope.optimizer.Moment;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;
import slope.reference.Matrix;
import slope.reference.ParameterUpdate;
import slope.reference.ReferenceNetwork;
import slope.reference.TracedStep;
import slope.report.model.ParameterPlace;

/// How an update moves one parameter.
///
/// @param at its place
/// @param gradient of the loss with respect to it, after clipping; of the objective in a line search
/// @param moments the optimizer's memory of it, after the step
/// @param direction of a line search
/// @param change what is added to it
/// @param value before and after
public record MovedParameter(
        NumberPlace at,
        double gradient,
        List<RememberedNumber> moments,
        Optional<Double> direction,
        ParameterChange change,
        ParameterValue value) {
    public MovedParameter {
        moments = List.copyOf(moments);
    }

    /// A number of the optimizer's memory.
    ///
    /// @param corrected the same divided by 1 - β^t, where the optimizer makes up for a memory that began at 0
    public record RememberedNumber(Moment moment, double value, Optional<Double> corrected) {
        private static RememberedNumber of(UpdateRule rule, int index, double value, long steps) {
            double beta = rule.correctedBeta(index);
            return new RememberedNumber(
                    rule.moments().get(index),
                    value,
                    beta < 1 ? Optional.of(value / (1 - StrictMath.pow(beta, (double) steps))) : Optional.empty());
        }
    }

    /// The place of a parameter.
    ///
    /// @param row in its matrix, from 1
    /// @param column in its matrix, from 1
    public record NumberPlace(ParameterPlace block, int row, int column) {}

    /// What is added to a parameter.
    ///
    /// @param total all of it
    /// @param decay the share of weight decay in it, where the optimizer decays weights
    public record ParameterChange(double total, Optional<Double> decay) {}

    /// A parameter before and after.
    ///
    /// @param average of the parameter over the last steps, if it is averaged
    public record ParameterValue(double before, double after, Optional<Double> average) {}

    /// Every parameter, in the order of the layout.
    static List<MovedParameter> all(TracedStep step) {
        List<MovedParameter> moves = new ArrayList<>();
        ParameterLayout layout = step.before().architecture().parameterLayout();
        for (Block block : layout.blocks()) {
            int index = layout.of(block.layer()).indexOf(block);
            ParameterUpdate update = step.updates().get(block.layer()).blocks().get(index);
            Optional<Matrix> average = step.averageAfter()
                    .map(ReferenceNetwork::layers)
                    .map(layers -> layers.get(block.layer()).blocks().get(index));
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    NumberPlace at = new NumberPlace(ParameterPlace.of(block), row + 1, column + 1);
                    moves.add(of(at, update, step, average));
                }
            }
        }
        return moves;
    }

    private static MovedParameter of(
            NumberPlace at, ParameterUpdate update, TracedStep step, Optional<Matrix> average) {
        Optimizer optimizer = step.settings().optimizer();
        int row = at.row() - 1;
        int column = at.column() - 1;
        List<Double> memory = update.moments().values().stream()
                .map(moment -> moment.at(row, column))
                .toList();
        return new MovedParameter(
                at,
                update.gradient().at(row, column),
                optimizer instanceof UpdateRule rule
                        ? IntStream.range(0, memory.size())
                                .mapToObj(index ->
                                        RememberedNumber.of(rule, index, memory.get(index), step.stepsOfMemory()))
                                .toList()
                        : List.of(),
                optimizer instanceof Lbfgs ? Optional.of(memory.getFirst()) : Optional.empty(),
                new ParameterChange(
                        -update.step().at(row, column),
                        UpdateReport.decaysWeights(optimizer)
                                ? Optional.of(-update.decay().at(row, column))
                                : Optional.empty()),
                new ParameterValue(
                        update.before().at(row, column),
                        update.after().at(row, column),
                        average.map(mean -> mean.at(row, column))));
    }

    /// The ones that move most, largest move first.
    static List<MovedParameter> largest(TracedStep step, int most) {
        return all(step).stream()
                .sorted(Comparator.comparingDouble(
                        move -> -Math.abs(move.change().total())))
                .limit(most)
                .toList();
    }
}
