package slope.explain;

import java.util.Locale;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;

/// The scale on which predictions are explained.
public enum OutputLink {
    /// As they are predicted.
    IDENTITY {
        @Override
        double of(double output) {
            return output;
        }
    },
    /// ln(p / (1 − p)) of a probability.
    LOG_ODDS {
        @Override
        double of(double output) {
            double probability = Math.clamp(output, SMALLEST, 1 - SMALLEST);
            return StrictMath.log(probability / (1 - probability));
        }
    },
    /// ln y of an expected count or amount.
    LOGARITHM {
        @Override
        double of(double output) {
            return StrictMath.log(Math.max(output, Double.MIN_NORMAL));
        }
    };

    /// A smaller probability is raised to this one, a larger one than its complement lowered.
    private static final double SMALLEST = 1e-12;

    /// The link of a target: on its scale, columns add up in a linear model.
    public static OutputLink of(Target target) {
        return switch (target) {
            case Classes ignored -> LOG_ODDS;
            case Labels ignored -> LOG_ODDS;
            case Amounts ignored -> LOGARITHM;
            case Numbers ignored -> IDENTITY;
            case Quantiles ignored -> IDENTITY;
        };
    }

    abstract double of(double output);

    /// Such as `log-odds`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
