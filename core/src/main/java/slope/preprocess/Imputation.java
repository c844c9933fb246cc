package slope.preprocess;

import java.util.Arrays;
import slope.internal.function.MeanAndStandardDeviation;

/// The imputation of missing numbers, fitted to the training rows that have a value.
public enum Imputation {
    MEAN {
        @Override
        double of(double[] present) {
            return MeanAndStandardDeviation.of(present).mean();
        }
    },
    MEDIAN {
        @Override
        double of(double[] present) {
            Quantiles.sortFor(present, 0.5);
            return Quantiles.of(present, 0.5);
        }
    };

    /// The imputation value; 0 if all numbers are missing.
    abstract double of(double[] present);

    /// Replaces each NaN by the imputation value.
    ///
    /// @return that value
    double fill(double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present[count++] = value;
            }
        }
        double imputed = of(count == present.length ? present : Arrays.copyOf(present, count));
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isNaN(values[row]) ? imputed : values[row];
        }
        return imputed;
    }
}
