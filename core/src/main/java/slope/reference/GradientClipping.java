package slope.reference;

import java.util.List;

/// Gradient clipping by the global norm: the gradients of all parameters are one vector, which is
/// scaled down to the maximum norm if it is longer (Pascanu, Mikolov and Bengio 2013, arXiv
/// 1211.5063, algorithm 1).
///
/// @param maximumNorm the maximum; infinite where no gradient is clipped
record GradientClipping(double maximumNorm) {

    /// The norm of all gradients together.
    ///
    /// @param gradients for each layer and block
    static double norm(List<List<Matrix>> gradients) {
        double squares = 0;
        for (List<Matrix> layer : gradients) {
            for (Matrix block : layer) {
                squares += block.timesEach(block).sum();
            }
        }
        return Math.sqrt(squares);
    }

    /// The gradients, clipped to the maximum norm.
    List<List<Matrix>> clip(List<List<Matrix>> gradients) {
        double norm = norm(gradients);
        return norm <= maximumNorm
                ? gradients
                : gradients.stream()
                        .map(layer -> layer.stream()
                                .map(block -> block.scaled(maximumNorm / norm))
                                .toList())
                        .toList();
    }
}
