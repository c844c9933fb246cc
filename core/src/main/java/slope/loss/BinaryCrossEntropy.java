package slope.loss;

import java.util.Optional;
import slope.kernel.Kernels;

/// 1/(n·K) · Σ ln(1 + e^z) − y·z, from logits; y is 0 or 1, one for each output. Several outputs are
/// several labels, each yes or no.
public record BinaryCrossEntropy() implements Loss {

    @Override
    public String title() {
        return "binary cross-entropy";
    }

    @Override
    public String formula() {
        return "1/K · Σ (ln(1 + e^z) - y·z)";
    }

    @Override
    public Optional<String> outputFunction() {
        return Optional.of("sigmoid");
    }

    @Override
    public boolean isTarget(float target, int outputs) {
        return target == 0 || target == 1;
    }

    @Override
    public String targetsInWords(int outputs) {
        return "0 or 1";
    }

    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        int width = batch.outputWidth();
        kernels.losses()
                .sigmoidCrossEntropy(
                        batch.outputs(),
                        batch.targets(),
                        batch.gradient(),
                        batch.losses(),
                        start * width,
                        (end - start) * width,
                        batch.scale());
    }
}
