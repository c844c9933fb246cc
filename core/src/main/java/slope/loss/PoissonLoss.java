package slope.loss;

import java.util.Optional;
import slope.internal.function.Exponential;
import slope.kernel.Kernels;

/// 1/(n·K) · Σ e^η − y·η with η = z + o: counts y whose expected number is e^η. o is the row's offset, such
/// as the logarithm of its exposure; [LossMeter] adds it. It is half the Poisson deviance up to
/// terms that depend on y alone.
public record PoissonLoss() implements Loss {

    @Override
    public String title() {
        return "Poisson loss";
    }

    @Override
    public String formula() {
        return "1/K · Σ (e^η - y·η), η = z + offset";
    }

    @Override
    public Optional<String> outputFunction() {
        return Optional.of("exponential");
    }

    @Override
    public boolean isTarget(float target, int outputs) {
        return target >= 0 && Float.isFinite(target);
    }

    @Override
    public String targetsInWords(int outputs) {
        return "a count, 0 or more";
    }

    /// The gradient is e^η − y.
    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        float[] outputs = batch.outputs();
        float[] targets = batch.targets();
        float[] gradient = batch.gradient();
        float[] losses = batch.losses();
        float scale = batch.scale();
        int width = batch.outputWidth();
        for (int at = start * width; at < end * width; at++) {
            float expected = Exponential.exp(outputs[at]);
            losses[at] = Math.fma(-targets[at], outputs[at], expected);
            gradient[at] = (expected - targets[at]) * scale;
        }
    }
}
