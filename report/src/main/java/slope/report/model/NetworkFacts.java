package slope.report.model;

import java.util.List;
import slope.layer.Architecture;
import slope.network.Network;

/// The shape of a network.
///
/// @param inputs the numbers that enter it
/// @param layers first to last
/// @param outputs the numbers that leave it
/// @param parameters weights, biases and all others that training changes
public record NetworkFacts(int inputs, List<LayerFacts> layers, int outputs, long parameters) {
    public NetworkFacts {
        layers = List.copyOf(layers);
    }

    /// Its layers in short, such as ` → 44 embedded inputs → 3 × 256 selu`, without those that keep the
    /// number of units.
    public String chain() {
        return LayerText.chain(layers);
    }

    public static NetworkFacts of(Network network) {
        Architecture architecture = network.architecture();
        return new NetworkFacts(
                architecture.inputs(),
                LayerFacts.of(architecture),
                architecture.outputs(),
                network.parameters().count());
    }
}
