package slope.report.trace;

import java.util.List;
import java.util.Optional;
import slope.report.trace.RowTrace.NetworkTrace;

/// A row's way through one of the model's networks.
///
/// @param number of the network, from 1
/// @param weight how often it counts in the mean over the networks
/// @param inputs the names of the numbers that enter it
/// @param layers first to last
/// @param outputs what leaves the last layer, and what becomes of it
/// @param loss where the row has a target
public record TracedNetwork(
        int number,
        int weight,
        List<String> inputs,
        List<TracedLayer> layers,
        TracedOutputs outputs,
        Optional<TracedLoss> loss) {
    public TracedNetwork {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
    }

    static TracedNetwork of(NetworkTrace network, RowTrace trace, Optional<TracePart> part) {
        return new TracedNetwork(
                network.number(),
                trace.model().weights().get(network.number() - 1),
                network.member().encoding().inputNames(),
                TracedLayer.of(network, part),
                TracedOutputs.of(network, trace),
                network.back().map(TracedLoss::of));
    }
}
