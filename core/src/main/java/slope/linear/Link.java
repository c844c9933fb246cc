package slope.linear;

import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;

/// How a linear predictor η becomes a prediction, with the loss that fits it: the canonical links of
/// generalized linear models (McCullagh and Nelder 1989, section 2.2).
enum Link {
    /// η itself; half the squared error.
    IDENTITY {
        @Override
        double loss(double[] predictors, int at, double[] targets, int outputs) {
            double sum = 0;
            for (int index = at; index < at + outputs; index++) {
                sum += (predictors[index] - targets[index]) * (predictors[index] - targets[index]) / 2;
            }
            return sum;
        }

        @Override
        void means(double[] predictors, int at, int outputs, double[] means) {
            System.arraycopy(predictors, at, means, at, outputs);
        }

        @Override
        double variance(double mean) {
            return 1;
        }
    },

    /// e^η; the Poisson loss e^η − y·η.
    LOG {
        @Override
        double loss(double[] predictors, int at, double[] targets, int outputs) {
            double sum = 0;
            for (int index = at; index < at + outputs; index++) {
                sum += exp(predictors[index]) - targets[index] * predictors[index];
            }
            return sum;
        }

        @Override
        void means(double[] predictors, int at, int outputs, double[] means) {
            for (int index = at; index < at + outputs; index++) {
                means[index] = exp(predictors[index]);
            }
        }

        @Override
        double variance(double mean) {
            return mean;
        }
    },

    /// 1/(1 + e^−η) for each output; cross-entropy.
    LOGISTIC {
        @Override
        double loss(double[] predictors, int at, double[] targets, int outputs) {
            double sum = 0;
            for (int index = at; index < at + outputs; index++) {
                double size = Math.abs(predictors[index]);
                double logistic = Math.max(predictors[index], 0) + StrictMath.log1p(StrictMath.exp(-size));
                sum += logistic - targets[index] * predictors[index];
            }
            return sum;
        }

        @Override
        void means(double[] predictors, int at, int outputs, double[] means) {
            for (int index = at; index < at + outputs; index++) {
                means[index] = 1 / (1 + StrictMath.exp(-predictors[index]));
            }
        }

        @Override
        double variance(double mean) {
            return mean * (1 - mean);
        }
    },

    /// e^η / Σ e^η; cross-entropy.
    SOFTMAX {
        @Override
        double loss(double[] predictors, int at, double[] targets, int outputs) {
            double largest = largest(predictors, at, outputs);
            double sum = 0;
            double linear = 0;
            for (int index = at; index < at + outputs; index++) {
                sum += StrictMath.exp(predictors[index] - largest);
                linear += targets[index] * (predictors[index] - largest);
            }
            return StrictMath.log(sum) - linear;
        }

        @Override
        void means(double[] predictors, int at, int outputs, double[] means) {
            double largest = largest(predictors, at, outputs);
            double sum = 0;
            for (int index = at; index < at + outputs; index++) {
                means[index] = StrictMath.exp(predictors[index] - largest);
                sum += means[index];
            }
            for (int index = at; index < at + outputs; index++) {
                means[index] /= sum;
            }
        }

        @Override
        double variance(double mean) {
            return mean * (1 - mean);
        }

        // (diag(p) − p·pᵀ) · direction: the outputs depend on each other.
        @Override
        void bend(double[] means, int at, int outputs, double[] direction) {
            double sum = 0;
            for (int index = at; index < at + outputs; index++) {
                sum += means[index] * direction[index];
            }
            for (int index = at; index < at + outputs; index++) {
                direction[index] = means[index] * (direction[index] - sum);
            }
        }
    };

    /// e^30 is more than any amount beside its mean, and far from overflowing.
    private static final double LARGEST_LOGARITHM = 30;

    /// The link of a network's outputs.
    ///
    /// @param outputs of the network; two classes have one or two
    static Link of(Target target, int outputs) {
        return switch (target) {
            case Numbers ignored -> IDENTITY;
            case Quantiles ignored -> IDENTITY;
            case Amounts ignored -> LOG;
            case Labels ignored -> LOGISTIC;
            case Classes ignored -> outputs == 1 ? LOGISTIC : SOFTMAX;
        };
    }

    /// The loss of a row.
    ///
    /// @param predictors η: rows × outputs
    /// @param at of the row's first
    /// @param targets rows × outputs
    abstract double loss(double[] predictors, int at, double[] targets, int outputs);

    /// Writes the means of a row, whose differences to the targets are the gradient of the loss with
    /// respect to η.
    ///
    /// @param means rows × outputs
    abstract void means(double[] predictors, int at, int outputs, double[] means);

    /// The second derivative of the loss with respect to an η.
    abstract double variance(double mean);

    /// Multiplies a row of a direction by the second derivatives of the loss with respect to η.
    void bend(double[] means, int at, int outputs, double[] direction) {
        for (int index = at; index < at + outputs; index++) {
            direction[index] *= variance(means[index]);
        }
    }

    private static double exp(double logarithm) {
        return StrictMath.exp(Math.min(logarithm, LARGEST_LOGARITHM));
    }

    private static double largest(double[] values, int at, int count) {
        double largest = values[at];
        for (int index = at + 1; index < at + count; index++) {
            largest = Math.max(largest, values[index]);
        }
        return largest;
    }
}
