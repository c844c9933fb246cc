package slope.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.layer.LayerNorm;

/// Layer normalization as formulas; they stand at [LayerNorm].
final class NormFormulas {
    private NormFormulas() {}

    /// f(γ ⊙ x̂ + β) with the activation f.
    static LayerForward forward(LayerNorm layer, LayerParameters parameters, Matrix inputs) {
        Matrix normalized = normalized(layer, inputs);
        Matrix preActivations = normalized
                .timesEach(LayerFormulas.eachRow(parameters, inputs))
                .plusToEachRow(parameters.blocks().get(1));
        return new LayerForward(inputs, preActivations, ActivationFormulas.outputs(layer.activation(), preActivations));
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

    /// With δ = error ⊙ f′ and h = γ ⊙ δ: dLoss/dx = (h − mean h − x̂ · mean(h ⊙ x̂)) /
    /// sqrt(variance + ε).
    static LayerBackward backward(LayerNorm layer, LayerParameters parameters, LayerForward forward, Matrix error) {
        Matrix inputs = forward.inputs();
        Optional<Matrix> derivative =
                ActivationFormulas.derivative(layer.activation(), forward.preActivations(), forward.outputs());
        Matrix delta = derivative.map(error::timesEach).orElseThrow();
        Matrix normalized = normalized(layer, inputs);
        Matrix scaled = delta.timesEach(LayerFormulas.eachRow(parameters, inputs));
        Matrix along = normalized.timesEach(means(scaled.timesEach(normalized)));
        Matrix inputError = scaled.minus(means(scaled)).minus(along).timesEach(scales(layer, inputs));
        return new LayerBackward(
                error,
                derivative,
                delta,
                List.of(delta.timesEach(normalized).sumOfRows(), delta.sumOfRows()),
                inputError);
    }
}
