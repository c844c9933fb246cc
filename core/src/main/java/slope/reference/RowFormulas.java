package slope.reference;

import java.util.Arrays;
import java.util.List;

/// Losses whose targets have another shape than the outputs: one number a row.
final class RowFormulas {
    private RowFormulas() {}

    /// The labels that smoothing makes of classes: ε/K everywhere, and 1 − ε more for the row's
    /// own.
    ///
    /// @param targets rows × 1, numbers of classes
    /// @return rows × classes
    static Matrix labels(Matrix targets, int classes, double smoothing) {
        double[][] labels = new double[targets.rows()][classes];
        for (int row = 0; row < labels.length; row++) {
            Arrays.fill(labels[row], smoothing / classes);
            labels[row][(int) targets.at(row, 0)] += 1 - smoothing;
        }
        return Matrix.of(labels);
    }

    /// max(q·e, (q − 1)·e) with e = y − a, for each output.
    ///
    /// @param targets rows × 1
    static Matrix quantileErrors(Matrix outputs, Matrix targets, List<Double> levels) {
        double[][] errors = new double[outputs.rows()][outputs.columns()];
        for (int row = 0; row < errors.length; row++) {
            for (int output = 0; output < errors[row].length; output++) {
                double error = targets.at(row, 0) - outputs.at(row, output);
                double level = levels.get(output);
                errors[row][output] = Math.max(level * error, (level - 1) * error);
            }
        }
        return Matrix.of(errors);
    }

    /// The derivatives with respect to the outputs.
    static Matrix quantileSlopes(Matrix outputs, Matrix targets, List<Double> levels) {
        double[][] slopes = new double[outputs.rows()][outputs.columns()];
        for (int row = 0; row < slopes.length; row++) {
            for (int output = 0; output < slopes[row].length; output++) {
                double error = targets.at(row, 0) - outputs.at(row, output);
                double level = levels.get(output);
                slopes[row][output] = error > 0 ? -level : error < 0 ? 1 - level : 0;
            }
        }
        return Matrix.of(slopes);
    }
}
