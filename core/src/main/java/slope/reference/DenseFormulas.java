package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.layer.Activation;

/// The dense layer, forward and backward, as its formulas.
final class DenseFormulas {
    private DenseFormulas() {}

    static LayerForward forward(Activation activation, LayerParameters parameters, Matrix inputs) {
        Matrix products = inputs.times(parameters.weights());
        Matrix preActivations = parameters.bias().map(products::plusToEachRow).orElse(products);
        return new LayerForward(inputs, preActivations, ActivationFormulas.outputs(activation, preActivations));
    }

    static LayerBackward backward(
            Activation activation, LayerParameters parameters, LayerForward forward, Matrix error) {
        Optional<Matrix> derivative =
                ActivationFormulas.derivative(activation, forward.preActivations(), forward.outputs());
        Matrix delta = derivative
                .map(error::timesEach)
                .orElseGet(() -> ActivationFormulas.softmaxDelta(error, forward.outputs()));
        List<Matrix> gradients = new ArrayList<>();
        gradients.add(forward.inputs().transposed().times(delta));
        if (parameters.bias().isPresent()) {
            gradients.add(delta.sumOfRows());
        }
        return new LayerBackward(
                error,
                derivative,
                delta,
                gradients,
                delta.times(parameters.weights().transposed()));
    }
}
