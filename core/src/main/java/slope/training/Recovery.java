package slope.training;

import java.math.BigDecimal;

/// A training that left the finite numbers and was taken back.
///
/// @param epoch in which it happened, from 1
/// @param batch in which it happened, from 1
/// @param backTo the epoch whose parameters it went back to, the best so far; 0 for the start
/// @param rateMultiplier what learning rates are multiplied by from then on
public record Recovery(int epoch, int batch, int backTo, double rateMultiplier) {

    /// What was done, as in `back to epoch 3, learning rates × 0.25`.
    public String text() {
        return "back to %s, learning rates × %s"
                .formatted(
                        backTo == 0 ? "the start" : "epoch " + backTo,
                        BigDecimal.valueOf(rateMultiplier).toPlainString());
    }

    /// Where it happened and what was done.
    public String sentence() {
        return "diverged in epoch %s, batch %s: %s".formatted(epoch, batch, text());
    }
}
