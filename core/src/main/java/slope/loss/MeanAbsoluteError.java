package slope.loss;

import slope.kernel.Kernels;

/// 1/(n·K) · Σ |y − a|. At 0 the gradient is 0.
public record MeanAbsoluteError() implements Loss {

    @Override
    public String title() {
        return "mean absolute error";
    }

    @Override
    public String formula() {
        return "1/K · Σ |y - a|";
    }

    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        float[] outputs = batch.outputs();
        float[] targets = batch.targets();
        float[] gradient = batch.gradient();
        float[] losses = batch.losses();
        float scale = batch.scale();
        for (int at = start * batch.outputWidth(); at < end * batch.outputWidth(); at++) {
            float error = outputs[at] - targets[at];
            losses[at] = Math.abs(error);
            gradient[at] = Math.signum(error) * scale;
        }
    }
}
