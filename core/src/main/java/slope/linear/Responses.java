package slope.linear;

import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

/// What a linear model is fitted to: the targets of each row, how much the row counts, and what is added
/// to its predictors beforehand.
final class Responses {
    private final Link link;
    private final int outputs;
    private final double[] targets; // rows × outputs
    private final double[] weights; // rows
    private final double[] offsets; // rows, added to all outputs

    /// @param targets rows × outputs, in standard deviations of the training rows for numbers, relative to the
    ///     mean rate for amounts
    /// @param weights of each row
    /// @param offsets of each row, for all of its outputs: the logarithm of an exposure, else 0
    Responses(Link link, int outputs, double[] targets, double[] weights, double[] offsets) {
        this.link = link;
        this.outputs = outputs;
        this.targets = targets;
        this.weights = weights;
        this.offsets = offsets;
    }

    /// Those of rows.
    ///
    /// @param target fitted to the training rows
    /// @param outputs of the network
    /// @param weights of each row
    static Responses of(Target target, int outputs, Table rows, double[] weights) {
        Link link = Link.of(target, outputs);
        double[] none = new double[rows.rows()];
        return switch (target) {
            case Numbers numbers -> {
                double[] targets = numbers.actual(rows);
                for (int index = 0; index < targets.length; index++) {
                    targets[index] =
                            standardised(targets[index], numbers.scales().get(index % outputs));
                }
                yield new Responses(link, outputs, targets, weights, none);
            }
            case Quantiles quantiles -> {
                double[] targets = quantiles.actual(rows);
                for (int row = 0; row < targets.length; row++) {
                    targets[row] = standardised(targets[row], quantiles.scale());
                }
                yield new Responses(link, 1, targets, weights, none);
            }
            case Amounts amounts -> {
                double[] means = amounts.meanAmounts(rows);
                double[] targets = amounts.actual(rows);
                double[] offsets = new double[means.length];
                for (int row = 0; row < means.length; row++) {
                    targets[row] /= amounts.rate();
                    offsets[row] = StrictMath.log(means[row] / amounts.rate());
                }
                yield new Responses(link, 1, targets, weights, offsets);
            }
            case Classes classes
            when outputs > 1 -> new Responses(link, outputs, indicators(classes.actual(rows), outputs), weights, none);
            default -> new Responses(link, outputs, target.actual(rows), weights, none);
        };
    }

    private static double standardised(double value, TargetScale scale) {
        return (value - scale.mean()) / scale.standardDeviation();
    }

    private static double[] indicators(double[] classes, int count) {
        double[] indicators = new double[classes.length * count];
        for (int row = 0; row < classes.length; row++) {
            indicators[row * count + (int) classes[row]] = 1;
        }
        return indicators;
    }

    Link link() {
        return link;
    }

    int outputs() {
        return outputs;
    }

    int rows() {
        return weights.length;
    }

    /// The summed loss.
    ///
    /// @param predictors rows × outputs, without offsets
    double loss(double[] predictors) {
        double[] moved = moved(predictors);
        double sum = 0;
        for (int row = 0; row < rows(); row++) {
            sum += weights[row] * link.loss(moved, row * outputs, targets, outputs);
        }
        return sum;
    }

    /// The predicted means.
    ///
    /// @return rows × outputs
    double[] means(double[] predictors) {
        double[] moved = moved(predictors);
        double[] means = new double[moved.length];
        for (int row = 0; row < rows(); row++) {
            link.means(moved, row * outputs, outputs, means);
        }
        return means;
    }

    /// The gradient of the loss with respect to the predictors.
    double[] gradient(double[] means) {
        double[] gradient = new double[means.length];
        for (int index = 0; index < gradient.length; index++) {
            gradient[index] = weights[index / outputs] * (means[index] - targets[index]);
        }
        return gradient;
    }

    /// The second derivatives of the loss with respect to each predictor alone.
    double[] curvatures(double[] means) {
        double[] curvatures = new double[means.length];
        for (int index = 0; index < curvatures.length; index++) {
            curvatures[index] = weights[index / outputs] * link.variance(means[index]);
        }
        return curvatures;
    }

    /// Multiplies a direction by the second derivatives of the loss with respect to the predictors.
    ///
    /// @param direction rows × outputs, overwritten
    void bend(double[] means, double[] direction) {
        for (int row = 0; row < rows(); row++) {
            link.bend(means, row * outputs, outputs, direction);
            for (int index = row * outputs; index < (row + 1) * outputs; index++) {
                direction[index] *= weights[row];
            }
        }
    }

    private double[] moved(double[] predictors) {
        double[] moved = predictors.clone();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += offsets[index / outputs];
        }
        return moved;
    }
}
