package slope.report.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.report.model.CalibrationFacts;
import slope.report.model.Decoding;
import slope.report.trace.NumberArray.Kind;
import slope.report.trace.RowTrace.LinearTrace;
import slope.report.trace.RowTrace.NetworkTrace;

/// What a network puts out, and how it becomes the prediction.
///
/// @param values z, what leaves the last layer, for each ensemble member
/// @param linearPart what the linear part says: numbers in the column's unit, or what is added to z
/// @param decoding from outputs to the prediction
/// @param decoded what each ensemble member predicts by itself: a probability of each class, or numbers
/// @param calibration of the mean probabilities of all networks
public record TracedOutputs(
        List<NumberArray> values,
        Optional<List<Double>> linearPart,
        Decoding decoding,
        List<List<Double>> decoded,
        Optional<CalibrationFacts> calibration) {
    public TracedOutputs {
        values = List.copyOf(values);
        decoded = List.copyOf(decoded);
    }

    /// How the linear part is used, in words.
    String added() {
        return decoding instanceof Decoding.Linear ? "added to the decoded number" : "added to z";
    }

    static TracedOutputs of(NetworkTrace network, RowTrace trace) {
        int last = network.forward().layers().size() - 1;
        return new TracedOutputs(
                NumberArray.ofMembers(
                        Kind.OUTPUTS,
                        network.layer(last).kind(),
                        network.forward().outputs()),
                network.linear().map(LinearTrace::values),
                Decoding.of(
                        network.member().target(), network.forward().outputs().columns(), trace.row()),
                Arrays.stream(network.forward().outputs().toRows())
                        .map(outputs -> Arrays.stream(network.decoded(outputs, trace.row()))
                                .boxed()
                                .toList())
                        .toList(),
                CalibrationFacts.of(trace.model()));
    }
}
