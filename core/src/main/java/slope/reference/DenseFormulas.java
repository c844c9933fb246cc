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
        Matrix sums = parameters.bias().map(products::plusToEachRow).orElse(products);
        return new LayerForward(inputs, sums, ActivationFormulas.outputs(activation, sums));
    }

    static LayerBackward backward(
            Activation activation, LayerParameters parameters, LayerForward forward, Matrix error) {
        Optional<Matrix> slope = ActivationFormulas.slope(activation, forward.sums(), forward.outputs());
        Matrix delta =
                slope.map(error::timesEach).orElseGet(() -> ActivationFormulas.softmaxDelta(error, forward.outputs()));
        List<Matrix> gradients = new ArrayList<>();
        gradients.add(forward.inputs().transposed().times(delta));
        if (parameters.bias().isPresent()) {
            gradients.add(delta.sumOfRows());
        }
        return new LayerBackward(
                error, slope, delta, gradients, delta.times(parameters.weights().transposed()));
    }
}
