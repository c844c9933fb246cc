package slope.reference;

import java.util.List;
import java.util.Optional;
import slope.layer.Activation;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;

/// Every kind of layer, forward and backward, as its formulas; they stand at [Layer].
///
/// Nothing is drawn at random: dropout multiplies by a mask that it is given in a step of a training,
/// and passes all numbers unchanged otherwise.
final class LayerFormulas {
    private LayerFormulas() {}

    /// @param draws of a step of a training; empty where nothing is drawn
    static LayerForward forward(Layer layer, LayerParameters parameters, Matrix inputs, Optional<LayerDraws> draws) {
        return switch (layer) {
            case Dense dense -> DenseFormulas.forward(dense.activation(), parameters, inputs);
            case FeatureEmbeddings(var parts) ->
                new LayerForward(inputs, inputs, EmbeddingFormulas.outputs(parts, parameters, inputs));
            case Scale ignored -> new LayerForward(inputs, inputs, inputs.timesEach(eachRow(parameters, inputs)));
            case ParametricActivation(Activation activation) -> {
                Matrix bend = ActivationFormulas.outputs(activation, inputs).minus(inputs);
                yield new LayerForward(inputs, inputs, inputs.plus(bend.timesEach(eachRow(parameters, inputs))));
            }
            case Dropout dropout -> {
                Optional<Matrix> mask = draws.map(drawn -> drawn.mask(dropout, inputs));
                Matrix outputs = mask.map(inputs::timesEach).orElse(inputs);
                yield new LayerForward(inputs, mask, inputs, outputs, List.of());
            }
            case LayerNorm norm -> NormFormulas.forward(norm, parameters, inputs);
            case Residual block -> ResidualFormulas.forward(block, parameters, inputs, draws);
            case BatchEnsembleAdapter ignored ->
                new LayerForward(inputs, inputs, EnsembleFormulas.scaled(parameters, inputs));
            case EnsembleHeads ignored -> EnsembleFormulas.forward(parameters, inputs);
            case CustomLayer custom -> throw unknown(custom);
        };
    }

    static LayerBackward backward(Layer layer, LayerParameters parameters, LayerForward forward, Matrix error) {
        Matrix inputs = forward.inputs();
        return switch (layer) {
            case Dense dense -> DenseFormulas.backward(dense.activation(), parameters, forward, error);
            case FeatureEmbeddings(var parts) ->
                new LayerBackward(
                        error,
                        Optional.empty(),
                        error,
                        EmbeddingFormulas.gradients(parts, parameters, inputs, error),
                        EmbeddingFormulas.inputError(parts, parameters, inputs, error));
            case Scale ignored ->
                new LayerBackward(
                        error,
                        Optional.empty(),
                        error,
                        List.of(error.timesEach(inputs).sumOfRows()),
                        error.timesEach(eachRow(parameters, inputs)));
            case ParametricActivation(Activation activation) -> blendBackward(activation, parameters, inputs, error);
            case Dropout ignored -> {
                Matrix delta = forward.mask().map(error::timesEach).orElse(error);
                yield new LayerBackward(error, forward.mask(), delta, List.of(), delta);
            }
            case LayerNorm norm -> NormFormulas.backward(norm, parameters, forward, error);
            case Residual block -> ResidualFormulas.backward(block, parameters, forward, error);
            case BatchEnsembleAdapter ignored ->
                new LayerBackward(
                        error,
                        Optional.empty(),
                        error,
                        List.of(EnsembleFormulas.scaleGradient(parameters, inputs, error)),
                        EnsembleFormulas.scaled(parameters, error));
            case EnsembleHeads ignored -> EnsembleFormulas.backward(parameters, forward, error);
            case CustomLayer custom -> throw unknown(custom);
        };
    }

    private static IllegalArgumentException unknown(CustomLayer layer) {
        return new IllegalArgumentException(
                "the double engine has no formula of the custom layer \"%s\"".formatted(layer.title()));
    }

    /// da/dz = 1 + α·(f′(z) − 1); dLoss/dα = Σ over rows of error · (f(z) − z).
    private static LayerBackward blendBackward(
            Activation activation, LayerParameters parameters, Matrix inputs, Matrix error) {
        Matrix values = ActivationFormulas.outputs(activation, inputs);
        Matrix derivative = ActivationFormulas.derivative(activation, inputs, values)
                .orElseThrow()
                .combine(eachRow(parameters, inputs), (slopeOfFunction, share) -> 1 + share * (slopeOfFunction - 1));
        Matrix delta = error.timesEach(derivative);
        Matrix gradient = error.timesEach(values.minus(inputs)).sumOfRows();
        return new LayerBackward(error, Optional.of(derivative), delta, List.of(gradient), delta);
    }

    /// The layer's row of factors, repeated for each row.
    static Matrix eachRow(LayerParameters parameters, Matrix like) {
        return Matrix.zerosLike(like).plusToEachRow(parameters.blocks().getFirst());
    }
}
