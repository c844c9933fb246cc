package slope.reference;

import java.util.List;

/// Gradient clipping by the global norm: the gradients of all parameters are one vector, and one
/// that is too long is scaled to the limit (Pascanu, Mikolov and Bengio 2013, arXiv 1211.5063,
/// algorithm 1).
///
/// @param longest the limit; infinite where no gradient is too long
record GradientClipping(double longest) {

    /// The length of all gradients together.
    ///
    /// @param gradients for each layer and block
    static double length(List<List<Matrix>> gradients) {
        double squares = 0;
        for (List<Matrix> layer : gradients) {
            for (Matrix block : layer) {
                squares += block.timesEach(block).sum();
            }
        }
        return Math.sqrt(squares);
    }

    /// The gradients, no longer than the limit.
    List<List<Matrix>> clip(List<List<Matrix>> gradients) {
        double length = length(gradients);
        return length <= longest
                ? gradients
                : gradients.stream()
                        .map(layer -> layer.stream()
                                .map(block -> block.scaled(longest / length))
                                .toList())
                        .toList();
    }
}
