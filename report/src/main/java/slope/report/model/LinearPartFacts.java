package slope.report.model;

import java.util.Locale;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;

/// A linear part beside a network.
///
/// @param inputs the numbers that enter it: numbers, their logarithms, codes of categories
/// @param weights of these, of each level, and of the intercepts
/// @param strength of the ridge
public record LinearPartFacts(int inputs, int weights, double strength) {
    /// Those of a network, if it has a linear part.
    public static Optional<LinearPartFacts> of(FittedNetwork member) {
        return member.linear().map(LinearPartFacts::of);
    }

    private static LinearPartFacts of(LinearPart part) {
        return new LinearPartFacts(
                part.encoding().width(), part.network().parameters().count(), part.strength());
    }

    /// For people, such as `ridge of strength 10 on 14 inputs`.
    public String text() {
        return String.format(Locale.ROOT, "ridge of strength %s on %,d inputs", Numerals.exact(strength), inputs);
    }
}
