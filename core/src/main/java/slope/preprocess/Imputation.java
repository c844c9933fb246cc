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
            Arrays.sort(present);
            return Quantiles.of(present, 0.5);
        }
    };

    /// The imputation value; 0 if all numbers are missing.
    abstract double of(double[] present);

    /// Replaces each NaN by the imputation value.
    ///
    /// @return that value
    double fill(double[] values) {
        double imputed =
                of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
        Arrays.setAll(values, row -> Double.isNaN(values[row]) ? imputed : values[row]);
        return imputed;
    }
}
