package slope.linear;

import java.util.Arrays;

/// Fits the weights of a linear model: Σ loss + strength/2 · Σ weight², intercepts free, is made least by
/// Newton's method. Each step is solved by conjugate gradients, preconditioned by the diagonal, only as
/// exactly as it is worth (Nocedal and Wright 2006, algorithm 7.1); for the identity link one step is all.
final class Ridge {
    private static final int MOST_STEPS = 30;
    private static final int MOST_PRODUCTS = 200; // of a step with the matrix
    private static final int MOST_HALVINGS = 20;
    private static final double LEAST_DECREASE = 1e-9; // relative
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double EXACT = 1e-8;
    private static final double LEAST_EXACT = 0.1;

    private final LinearInputs inputs;
    private final Responses responses;
    private final double strength;

    Ridge(LinearInputs inputs, Responses responses, double strength) {
        this.inputs = inputs;
        this.responses = responses;
        this.strength = strength;
    }

    /// The weights.
    ///
    /// @param start coefficients × outputs, such as zeros
    /// @return coefficients × outputs
    double[] fit(double[] start) {
        double[] weights = start.clone();
        double[] predictors = new double[responses.rows() * responses.outputs()];
        inputs.multiply(weights, predictors);
        double objective = objective(weights, predictors);
        double firstSlope = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] means = responses.means(predictors);
            double[] gradient = gradient(weights, means);
            double slope = Math.sqrt(dot(gradient, gradient));
            firstSlope = step == 0 ? slope : firstSlope;
            if (slope <= EXACT * Math.max(firstSlope, 1)) {
                break;
            }
            double exactness = responses.link() == Link.IDENTITY
                    ? EXACT
                    : Math.min(LEAST_EXACT, Math.sqrt(slope / firstSlope) * LEAST_EXACT);
            double[] direction = direction(means, gradient, exactness);
            double[] change = new double[predictors.length];
            inputs.multiply(direction, change);
            double before = objective;
            double length = 1;
            double[] moved = moved(weights, direction, length);
            double[] movedPredictors = moved(predictors, change, length);
            objective = objective(moved, movedPredictors);
            for (int halving = 0;
                    halving < MOST_HALVINGS
                            && !(objective <= before + SUFFICIENT_DECREASE * length * dot(gradient, direction));
                    halving++) {
                length /= 2;
                moved = moved(weights, direction, length);
                movedPredictors = moved(predictors, change, length);
                objective = objective(moved, movedPredictors);
            }
            if (!(objective < before)) {
                break;
            }
            weights = moved;
            predictors = movedPredictors;
            if (before - objective <= LEAST_DECREASE * Math.abs(before)) {
                break;
            }
        }
        return weights;
    }

    private double objective(double[] weights, double[] predictors) {
        double sum = 0;
        for (int index = 0; index < weights.length - responses.outputs(); index++) {
            sum += weights[index] * weights[index];
        }
        return responses.loss(predictors) + strength / 2 * sum;
    }

    private double[] gradient(double[] weights, double[] means) {
        double[] gradient = new double[weights.length];
        inputs.multiplyTransposed(responses.gradient(means), gradient);
        addPenalty(weights, gradient);
        return gradient;
    }

    private void addPenalty(double[] weights, double[] product) {
        for (int index = 0; index < weights.length - responses.outputs(); index++) {
            product[index] += strength * weights[index];
        }
    }

    /// The solution d of H·d = −gradient by conjugate gradients.
    private double[] direction(double[] means, double[] gradient, double exactness) {
        double[] diagonal = new double[gradient.length];
        inputs.multiplySquaresTransposed(responses.curvatures(means), diagonal);
        for (int index = 0; index < diagonal.length; index++) {
            diagonal[index] += index < diagonal.length - responses.outputs() ? strength : 0;
            diagonal[index] = diagonal[index] > 0 ? diagonal[index] : 1;
        }
        double[] solution = new double[gradient.length];
        double[] residual = new double[gradient.length];
        Arrays.setAll(residual, index -> -gradient[index]);
        double[] scaled = quotient(residual, diagonal);
        double[] search = scaled.clone();
        double size = dot(residual, scaled);
        double enough = exactness * exactness * size;
        double[] ofRows = new double[means.length];
        double[] product = new double[gradient.length];
        for (int count = 0; count < MOST_PRODUCTS && size > enough; count++) {
            inputs.multiply(search, ofRows);
            responses.bend(means, ofRows);
            inputs.multiplyTransposed(ofRows, product);
            addPenalty(search, product);
            double curvature = dot(search, product);
            if (!(curvature > 0)) {
                break;
            }
            double length = size / curvature;
            for (int index = 0; index < solution.length; index++) {
                solution[index] += length * search[index];
                residual[index] -= length * product[index];
            }
            scaled = quotient(residual, diagonal);
            double next = dot(residual, scaled);
            for (int index = 0; index < search.length; index++) {
                search[index] = scaled[index] + next / size * search[index];
            }
            size = next;
        }
        return solution;
    }

    private static double[] quotient(double[] values, double[] divisors) {
        double[] quotient = new double[values.length];
        Arrays.setAll(quotient, index -> values[index] / divisors[index]);
        return quotient;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] moved = new double[from.length];
        Arrays.setAll(moved, index -> from[index] + length * direction[index]);
        return moved;
    }

    private static double dot(double[] some, double[] others) {
        double sum = 0;
        for (int index = 0; index < some.length; index++) {
            sum += some[index] * others[index];
        }
        return sum;
    }
}
