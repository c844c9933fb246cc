package slope.report.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.internal.text.Numerals;
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

    /// In short, such as `12 inputs → 24 embedded inputs → 3 × 256 selu → 3 outputs`.
    public String text() {
        return Stream.of(
                        Numerals.count(inputs) + (inputs == 1 ? " input" : " inputs"),
                        LayerText.chain(layers.subList(0, layers.size() - 1)),
                        Numerals.count(outputs) + (outputs == 1 ? " output" : " outputs"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" → "));
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
