package slope.loss;

import slope.kernel.Kernels;

/// 1/(n·K) · Σ h(y − a) with h(e) = ½·e² up to |e| = δ and δ·(|e| − ½·δ) beyond (Huber 1964).
///
/// @param delta δ, above 0
public record HuberLoss(double delta) implements Loss {
    public HuberLoss {
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw new IllegalArgumentException("Huber's delta must be above 0 and finite, not " + delta);
        }
    }

    @Override
    public String title() {
        return "Huber loss";
    }

    @Override
    public String formula() {
        return "1/K · Σ h(y - a), h(e) = ½·e² up to |e| = δ and δ·(|e| - ½·δ) beyond, δ = %s".formatted(delta);
    }

    /// The gradient is e within ±δ and ±δ beyond.
    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        float[] outputs = batch.outputs();
        float[] targets = batch.targets();
        float[] gradient = batch.gradient();
        float[] losses = batch.losses();
        float scale = batch.scale();
        float limit = (float) delta;
        for (int at = start * batch.outputWidth(); at < end * batch.outputWidth(); at++) {
            float error = outputs[at] - targets[at];
            float size = Math.abs(error);
            losses[at] = size <= limit ? 0.5f * error * error : limit * (size - 0.5f * limit);
            gradient[at] = (size <= limit ? error : Math.copySign(limit, error)) * scale;
        }
    }
}
