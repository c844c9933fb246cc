package slope.training;

import java.math.BigDecimal;

/// A recovery from divergence.
///
/// @param epoch of the divergence, from 1
/// @param batch of the divergence, from 1
/// @param backTo the epoch whose parameters were restored, the best so far; 0 for the start
/// @param rateMultiplier the multiplier of learning rates from then on
public record Recovery(int epoch, int batch, int backTo, double rateMultiplier) {

    /// The action, as in `back to epoch 3, learning rates × 0.25`.
    public String text() {
        return "back to %s, learning rates × %s"
                .formatted(
                        backTo == 0 ? "the start" : "epoch " + backTo,
                        BigDecimal.valueOf(rateMultiplier).toPlainString());
    }

    /// The place and the action.
    public String sentence() {
        return "diverged in epoch %s, batch %s: %s".formatted(epoch, batch, text());
    }
}
