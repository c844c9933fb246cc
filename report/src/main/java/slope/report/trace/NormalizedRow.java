package slope.report.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.LayerNorm;
import slope.reference.Matrix;
import slope.reference.Normalization;

/// What layer normalization makes of a row before its weights and biases; the formulas stand at
/// [Normalization].
///
/// @param member the ensemble member, from 1
/// @param mean of the inputs
/// @param deviation their standard deviation, √(variance + ε)
/// @param values (input - mean) / deviation, of each unit
/// @param backward where the row has a target
public record NormalizedRow(
        int member, double mean, double deviation, List<Double> values, Optional<NormalizedBack> backward) {
    public NormalizedRow {
        values = List.copyOf(values);
    }

    /// What the way back takes from all inputs: each gets (delta · weight - mean - value ·
    /// meanProduct) / deviation.
    ///
    /// @param mean of delta · weight over the units
    /// @param meanProduct the mean of delta · weight · value
    public record NormalizedBack(double mean, double meanProduct) {}

    /// One for each ensemble member.
    ///
    /// @param norm the layer of the trace
    static List<NormalizedRow> of(LayerNorm norm, LayerTrace trace, TracePart part) {
        Normalization of = Normalization.of(norm, trace.forward().inputs());
        Matrix weights = trace.parameters().blocks().getFirst();
        Optional<Normalization.Backward> back = trace.backward().map(backward -> {
            Matrix inEachRow = backward.delta().map(ignored -> 0).plusToEachRow(weights);
            return of.backward(backward.delta().timesEach(inEachRow));
        });
        return IntStream.range(0, of.means().rows())
                .mapToObj(member -> new NormalizedRow(
                        member + 1,
                        of.means().at(member, 0),
                        of.deviations().at(member, 0),
                        IntStream.range(0, of.normalized().columns())
                                .filter(part::hasUnit)
                                .mapToObj(unit -> of.normalized().at(member, unit))
                                .toList(),
                        back.map(each -> new NormalizedBack(
                                each.means().at(member, 0), each.meanProducts().at(member, 0)))))
                .toList();
    }
}
