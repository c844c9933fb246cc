package slope.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.layer.LayerNorm;

/// Layer normalization as formulas; they stand at [LayerNorm].
final class NormFormulas {
    private NormFormulas() {}

    /// γ ⊙ x̂ + β.
    static LayerForward forward(LayerNorm layer, LayerParameters parameters, Matrix inputs) {
        Matrix normalized = normalized(layer, inputs);
        Matrix outputs = normalized.timesEach(LayerFormulas.eachRow(parameters, inputs));
        return new LayerForward(
                inputs, inputs, outputs.plusToEachRow(parameters.blocks().get(1)));
    }

    /// x̂ = (x − mean) / sqrt(variance + ε), of each row.
    private static Matrix normalized(LayerNorm layer, Matrix inputs) {
        return inputs.minus(means(inputs)).timesEach(scales(layer, inputs));
    }

    /// 1 / sqrt(variance + ε), the same in all columns of a row.
    private static Matrix scales(LayerNorm layer, Matrix inputs) {
        Matrix centered = inputs.minus(means(inputs));
        return means(centered.timesEach(centered)).map(variance -> 1 / Math.sqrt(variance + layer.epsilon()));
    }

    /// The mean of each row, in all its columns.
    private static Matrix means(Matrix matrix) {
        double[][] means = matrix.toRows();
        for (double[] row : means) {
            double sum = 0;
            for (double value : row) {
                sum += value;
            }
            Arrays.fill(row, sum / row.length);
        }
        return Matrix.of(means);
    }

    /// With h = γ ⊙ error: dLoss/dx = (h − mean h − x̂ · mean(h ⊙ x̂)) / sqrt(variance + ε).
    static LayerBackward backward(LayerNorm layer, LayerParameters parameters, Matrix inputs, Matrix error) {
        Matrix normalized = normalized(layer, inputs);
        Matrix scaled = error.timesEach(LayerFormulas.eachRow(parameters, inputs));
        Matrix along = normalized.timesEach(means(scaled.timesEach(normalized)));
        Matrix inputError = scaled.minus(means(scaled)).minus(along).timesEach(scales(layer, inputs));
        return new LayerBackward(
                error,
                Optional.empty(),
                error,
                List.of(error.timesEach(normalized).sumOfRows(), error.sumOfRows()),
                inputError);
    }
}
