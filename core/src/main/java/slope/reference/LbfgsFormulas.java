package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.layer.ParameterLayout.Block;
import slope.optimizer.Lbfgs;
import slope.optimizer.ParameterGroups;
import slope.training.TrainedStep;

/// An iteration of [Lbfgs]: the objective, the direction of the two-loop recursion, and a step of a
/// given length along it. Vectors of all parameters are one array.
///
/// @param settings of the optimizer
/// @param groups whose decay multiplies λ
/// @param weight n, the rows or the sum of their weights
/// @param rate α, the length of the step as a share of the direction, which the float engine's line
///     search found
/// @param evaluations of the objective that the search took
/// @param pairs the steps s and the changes y of the gradient, oldest first
record LbfgsFormulas(
        Lbfgs settings, ParameterGroups groups, double weight, double rate, int evaluations, List<Pair> pairs)
        implements StepFormulas {

    /// A remembered step and the change of the gradient that came of it.
    static final class Pair {
        private final double[] step;
        private final double[] change;

        Pair(double[] step, double[] change) {
            this.step = step;
            this.change = change;
        }

        double product() {
            return dot(step, change);
        }
    }

    /// Of a step of the float engine.
    static LbfgsFormulas of(Lbfgs settings, TrainedStep step, double weight) {
        List<double[]> stored = step.before().current().optimizer().moments().stream()
                .map(values -> ReferenceTraining.network(step, values).parameters())
                .toList();
        List<Double> numbers = step.after().optimizer().numbers();
        List<Pair> pairs = new ArrayList<>();
        for (int index = stored.size() - 2 * numbers.get(2).intValue(); index < stored.size(); index += 2) {
            pairs.add(new Pair(stored.get(index), stored.get(index + 1)));
        }
        return new LbfgsFormulas(
                settings,
                step.course().settings().trainingOptions().parameterGroups(),
                weight,
                numbers.get(0),
                numbers.get(1).intValue(),
                pairs);
    }

    /// The weight decay has no schedule.
    @Override
    public double decayShare() {
        return 1;
    }

    @Override
    public long iteration() {
        return pairs.size() + 1L;
    }

    @Override
    public List<LayerUpdate> update(
            ReferenceNetwork network, List<List<Matrix>> gradients, List<LayerMoments> moments) {
        double[] gradient = gradient(network, gradients);
        double[] direction = direction(gradient);
        List<LayerUpdate> updates = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            List<ParameterUpdate> ofLayer = new ArrayList<>();
            for (Block block : network.architecture().parameterLayout().of(layer)) {
                Matrix before = network.layers().get(layer).blocks().get(ofLayer.size());
                Matrix ahead = ReferenceNetwork.block(direction, block);
                Matrix step = ahead.scaled(-rate);
                ofLayer.add(new ParameterUpdate(
                        before,
                        ReferenceNetwork.block(gradient, block),
                        new Moments(List.of(ahead)),
                        Matrix.zerosLike(before),
                        step,
                        before.minus(step)));
            }
            updates.add(new LayerUpdate(ofLayer));
        }
        return updates;
    }

    /// The loss plus λ/(2n)·‖w‖² of the parameters that decay.
    double objective(ReferenceNetwork network, double loss) {
        double[] parameters = network.parameters();
        double penalty = 0;
        for (Block block : network.architecture().parameterLayout().blocks()) {
            for (int index = block.offset(); index < block.offset() + block.length(); index++) {
                penalty += 0.5 * decay(block) * parameters[index] * parameters[index];
            }
        }
        return loss + penalty;
    }

    /// The gradient of the objective.
    double[] gradient(ReferenceNetwork network, List<List<Matrix>> ofLoss) {
        double[] gradient = new double[network.parameters().length];
        double[] parameters = network.parameters();
        for (Block block : network.architecture().parameterLayout().blocks()) {
            int number =
                    network.architecture().parameterLayout().of(block.layer()).indexOf(block);
            double[] own = ofLoss.get(block.layer()).get(number).toArray();
            for (int index = 0; index < own.length; index++) {
                gradient[block.offset() + index] = own[index] + decay(block) * parameters[block.offset() + index];
            }
        }
        return gradient;
    }

    private double decay(Block block) {
        return settings.weightDecay() * groups.multipliers(block.role()).decay() / weight;
    }

    /// −H·g: from the newest pair to the oldest a ← (s·d)/(s·y), d ← d − a·y; d ← d·(s·y)/(y·y) of
    /// the newest; from the oldest to the newest d ← d + (a − (y·d)/(s·y))·s.
    double[] direction(double[] gradient) {
        double[] direction = moved(new double[gradient.length], -1, gradient);
        double[] shares = new double[pairs.size()];
        for (int number = pairs.size() - 1; number >= 0; number--) {
            Pair pair = pairs.get(number);
            shares[number] = dot(pair.step, direction) / pair.product();
            direction = moved(direction, -shares[number], pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getLast();
            direction =
                    moved(new double[gradient.length], newest.product() / dot(newest.change, newest.change), direction);
        }
        for (int number = 0; number < pairs.size(); number++) {
            Pair pair = pairs.get(number);
            direction = moved(direction, shares[number] - dot(pair.change, direction) / pair.product(), pair.step);
        }
        return direction;
    }

    private static double[] moved(double[] start, double share, double[] along) {
        double[] moved = start.clone();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += share * along[index];
        }
        return moved;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int index = 0; index < left.length; index++) {
            sum += left[index] * right[index];
        }
        return sum;
    }
}
