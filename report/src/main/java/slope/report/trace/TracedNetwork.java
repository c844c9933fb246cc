package slope.report.trace;

import java.util.List;
import java.util.Optional;
import slope.report.model.Decoding;
import slope.report.trace.NumberArray.Kind;
import slope.report.trace.RowTrace.NetworkTrace;

/// A row's way through one of the model's networks.
///
/// @param number of the network, from 1
/// @param inputs the names of the numbers that enter it
/// @param layers first to last
/// @param outputs z, what leaves the last layer, for each ensemble member
/// @param decoding from outputs to the prediction
/// @param loss where the row has a target
public record TracedNetwork(
        int number,
        List<String> inputs,
        List<TracedLayer> layers,
        List<NumberArray> outputs,
        Decoding decoding,
        Optional<TracedLoss> loss) {
    public TracedNetwork {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
    }

    static TracedNetwork of(NetworkTrace network, RowTrace trace, Optional<TracePart> part) {
        int last = network.forward().layers().size() - 1;
        return new TracedNetwork(
                network.number(),
                network.member().encoding().inputNames(),
                TracedLayer.of(network, part),
                NumberArray.ofMembers(
                        Kind.OUTPUTS,
                        network.layer(last).kind(),
                        network.forward().outputs()),
                Decoding.of(
                        network.member().target(), network.forward().outputs().columns(), trace.row()),
                network.back().map(TracedLoss::of));
    }
}
