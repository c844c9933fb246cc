package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.layer.ParameterLayout;
import slope.layer.Residual;

/// A residual block, x + f(x), by the formulas of the layers in it.
final class ResidualFormulas {
    private ResidualFormulas() {}

    static LayerForward forward(Residual block, LayerParameters parameters, Matrix inputs) {
        Matrix made = inside(block, parameters, inputs).getLast().outputs();
        return new LayerForward(inputs, inputs, inputs.plus(made));
    }

    /// dLoss/dx = error + dLoss/dx of f alone.
    static LayerBackward backward(Residual block, LayerParameters parameters, Matrix inputs, Matrix error) {
        List<LayerForward> forward = inside(block, parameters, inputs);
        List<LayerParameters> inner = inner(block, parameters, inputs);
        List<Matrix> gradients = new ArrayList<>();
        Matrix entering = error;
        for (int index = forward.size() - 1; index >= 0; index--) {
            LayerBackward backward =
                    LayerFormulas.backward(block.layers().get(index), inner.get(index), forward.get(index), entering);
            gradients.addAll(0, backward.gradients());
            entering = backward.inputError();
        }
        return new LayerBackward(error, Optional.empty(), error, gradients, error.plus(entering));
    }

    /// The forward pass of each inner layer.
    private static List<LayerForward> inside(Residual block, LayerParameters parameters, Matrix inputs) {
        List<LayerParameters> inner = inner(block, parameters, inputs);
        List<LayerForward> layers = new ArrayList<>();
        Matrix entering = inputs;
        for (int index = 0; index < inner.size(); index++) {
            layers.add(LayerFormulas.forward(block.layers().get(index), inner.get(index), entering, Optional.empty()));
            entering = layers.getLast().outputs();
        }
        return layers;
    }

    /// The parameters of each inner layer.
    private static List<LayerParameters> inner(Residual block, LayerParameters parameters, Matrix inputs) {
        ParameterLayout layout = block.inside(inputs.columns()).parameterLayout();
        List<LayerParameters> inner = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < block.layers().size(); index++) {
            int end = start + layout.of(index).size();
            inner.add(new LayerParameters(parameters.blocks().subList(start, end)));
            start = end;
        }
        return inner;
    }
}
