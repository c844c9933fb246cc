package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The forward pass: every number from the inputs to the outputs.
///
/// @param layers the computation of each layer, first to last; each one's outputs are the next
///     one's inputs
public record ForwardPass(List<LayerForward> layers) {

    public ForwardPass {
        layers = List.copyOf(layers);
    }

    /// Runs rows of inputs through a network.
    ///
    /// @param inputs rows × the network's inputs
    public static ForwardPass of(ReferenceNetwork network, Matrix inputs) {
        return of(network, inputs, Optional.empty());
    }

    /// The same in a step of a training.
    ///
    /// @param draws of its first layer; empty where nothing is drawn
    static ForwardPass of(ReferenceNetwork network, Matrix inputs, Optional<LayerDraws> draws) {
        List<LayerForward> layers = new ArrayList<>();
        Matrix entering = inputs;
        for (int index = 0; index < network.layers().size(); index++) {
            int number = index;
            LayerForward forward = LayerFormulas.forward(
                    network.architecture().layers().get(index),
                    network.layers().get(index),
                    entering,
                    draws.map(drawn -> drawn.at(number)));
            layers.add(forward);
            entering = forward.outputs();
        }
        return new ForwardPass(layers);
    }

    /// What left the last layer, rows × outputs.
    public Matrix outputs() {
        return layers.getLast().outputs();
    }
}
