package slope.reference;

import java.util.Arrays;
import slope.layer.LayerNorm;

/// What layer normalization makes of each row before its factors, as formulas; they stand at
/// [LayerNorm].
///
/// @param means of the inputs, rows × 1
/// @param deviations sqrt(variance + ε), the standard deviation of the inputs as the layer has it,
///     rows × 1
/// @param normalized x̂ = (x − mean) / deviation, rows × inputs
public record Normalization(Matrix means, Matrix deviations, Matrix normalized) {
    /// The normalization of each row.
    public static Normalization of(LayerNorm layer, Matrix inputs) {
        Matrix means = means(inputs);
        Matrix centered = inputs.minus(inEachColumn(means, inputs));
        Matrix deviations = means(centered.timesEach(centered)).map(variance -> Math.sqrt(variance + layer.epsilon()));
        return new Normalization(means, deviations, centered.timesEach(inEachColumn(inverse(deviations), inputs)));
    }

    /// The way back through it.
    ///
    /// @param scaled h = γ ⊙ δ, rows × inputs
    public Backward backward(Matrix scaled) {
        return new Backward(scaled, means(scaled), means(scaled.timesEach(normalized)));
    }

    /// dLoss/dx = (h − mean h − x̂ · mean(h ⊙ x̂)) / deviation.
    ///
    /// @return rows × inputs
    Matrix inputError(Backward backward) {
        Matrix along = normalized.timesEach(inEachColumn(backward.meanProducts, normalized));
        return backward.scaled
                .minus(inEachColumn(backward.means, normalized))
                .minus(along)
                .timesEach(inEachColumn(inverse(deviations), normalized));
    }

    /// What the way back takes from each row: a shift and a stretch of all inputs change nothing, so
    /// their share of the error goes.
    ///
    /// @param scaled h = γ ⊙ δ, rows × inputs
    /// @param means of h, rows × 1
    /// @param meanProducts the means of h ⊙ x̂, rows × 1
    public record Backward(Matrix scaled, Matrix means, Matrix meanProducts) {}

    private static Matrix inverse(Matrix deviations) {
        return deviations.map(deviation -> 1 / deviation);
    }

    /// The mean of each row, rows × 1.
    private static Matrix means(Matrix matrix) {
        double[][] rows = matrix.toRows();
        double[][] means = new double[rows.length][1];
        for (int row = 0; row < rows.length; row++) {
            double sum = 0;
            for (double value : rows[row]) {
                sum += value;
            }
            means[row][0] = sum / rows[row].length;
        }
        return Matrix.of(means);
    }

    /// The number of each row, in all columns of it.
    private static Matrix inEachColumn(Matrix numbers, Matrix like) {
        double[][] repeated = new double[like.rows()][like.columns()];
        for (int row = 0; row < repeated.length; row++) {
            Arrays.fill(repeated[row], numbers.at(row, 0));
        }
        return Matrix.of(repeated);
    }
}
