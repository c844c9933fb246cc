package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.internal.text.Numerals;
import slope.loss.Loss;

/// The loss of a row.
///
/// @param value of the row, times its weight; the mean over ensemble members
/// @param targets as the loss takes them
/// @param function the loss of the training, with its settings
/// @param recorded whether the model's file records it; else it is the target's default loss
/// @param weight of the row in training
/// @param offsets added to the outputs: the linear part, and the logarithm of the prediction at an output of 0
public record TracedLoss(
        double value, List<Double> targets, Loss function, boolean recorded, RowWeight weight, List<Double> offsets) {
    public TracedLoss {
        offsets = List.copyOf(offsets);
        targets = List.copyOf(targets);
    }

    static TracedLoss of(RowTrace.BackwardTrace back) {
        return new TracedLoss(
                back.value(),
                Arrays.stream(back.target().toRows()[0]).boxed().toList(),
                back.loss().loss(),
                back.recorded(),
                back.weight(),
                back.loss().offsets());
    }

    /// The target, the loss with its formula, the weight and the offset.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("target    "
                + String.join("  ", targets.stream().map(Numerals::exact).toList()));
        lines.add("loss      " + Numerals.exact(value));
        lines.add("          %s: %s%s"
                .formatted(
                        function.title(),
                        function.formula(),
                        recorded ? "" : "; the file does not record the loss: this is the default"));
        weight.lines().forEach(line -> lines.add("weight    " + line));
        if (!offsets.isEmpty()) {
            lines.add("offsets   "
                    + String.join("  ", offsets.stream().map(Numerals::exact).toList()));
            lines.add("          added to the outputs: what is known of the row before the network");
        }
        return lines;
    }
}
