package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.layer.ParameterLayout;
import slope.layer.Residual;

/// A residual block, x + f(x), by the formulas of the layers in it.
final class ResidualFormulas {
    private ResidualFormulas() {}

    static LayerForward forward(Residual block, LayerParameters parameters, Matrix inputs, Optional<LayerDraws> draws) {
        Optional<LayerDraws> innerDraws = draws.map(LayerDraws::inside);
        List<LayerParameters> inner = inner(block, parameters, inputs);
        List<LayerForward> inside = new ArrayList<>();
        Matrix entering = inputs;
        for (int index = 0; index < inner.size(); index++) {
            int number = index;
            inside.add(LayerFormulas.forward(
                    block.layers().get(index), inner.get(index), entering, innerDraws.map(drawn -> drawn.at(number))));
            entering = inside.getLast().outputs();
        }
        return new LayerForward(inputs, Optional.empty(), inputs, inputs.plus(entering), inside);
    }

    /// dLoss/dx = error + dLoss/dx of f alone.
    static LayerBackward backward(Residual block, LayerParameters parameters, LayerForward forward, Matrix error) {
        List<LayerParameters> inner = inner(block, parameters, forward.inputs());
        List<LayerBackward> inside = new ArrayList<>();
        Matrix entering = error;
        for (int index = inner.size() - 1; index >= 0; index--) {
            LayerBackward backward = LayerFormulas.backward(
                    block.layers().get(index),
                    inner.get(index),
                    forward.inside().get(index),
                    entering);
            inside.addFirst(backward);
            entering = backward.inputError();
        }
        List<Matrix> gradients =
                inside.stream().flatMap(layer -> layer.gradients().stream()).toList();
        return new LayerBackward(error, Optional.empty(), error, gradients, error.plus(entering), inside);
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
