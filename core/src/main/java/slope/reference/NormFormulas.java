package slope.reference;

import java.util.List;
import java.util.Optional;
import slope.layer.LayerNorm;

/// Layer normalization as formulas; they stand at [LayerNorm].
final class NormFormulas {
    private NormFormulas() {}

    /// f(γ ⊙ x̂ + β) with the activation f.
    static LayerForward forward(LayerNorm layer, LayerParameters parameters, Matrix inputs) {
        Matrix preActivations = Normalization.of(layer, inputs)
                .normalized()
                .timesEach(LayerFormulas.eachRow(parameters, inputs))
                .plusToEachRow(parameters.blocks().get(1));
        return new LayerForward(inputs, preActivations, ActivationFormulas.outputs(layer.activation(), preActivations));
    }

    /// With δ = error ⊙ f′: γ gets Σ over rows of δ ⊙ x̂, β that of δ, and the inputs what
    /// [Normalization] makes of γ ⊙ δ.
    static LayerBackward backward(LayerNorm layer, LayerParameters parameters, LayerForward forward, Matrix error) {
        Matrix inputs = forward.inputs();
        Optional<Matrix> derivative =
                ActivationFormulas.derivative(layer.activation(), forward.preActivations(), forward.outputs());
        Matrix delta = derivative.map(error::timesEach).orElseThrow();
        Normalization normalization = Normalization.of(layer, inputs);
        Matrix scaled = delta.timesEach(LayerFormulas.eachRow(parameters, inputs));
        return new LayerBackward(
                error,
                derivative,
                delta,
                List.of(delta.timesEach(normalization.normalized()).sumOfRows(), delta.sumOfRows()),
                normalization.inputError(normalization.backward(scaled)));
    }
}
