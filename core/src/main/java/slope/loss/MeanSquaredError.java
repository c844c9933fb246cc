package slope.loss;

import slope.kernel.Kernels;

/// 1/(n·K) · Σ (y − a)².
public record MeanSquaredError() implements Loss {

    @Override
    public String title() {
        return "mean squared error";
    }

    @Override
    public String formula() {
        return "1/K · Σ (y - a)²";
    }

    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        squaredErrors(kernels, batch, start, end);
    }

    /// losses = e², gradient = 2·e · scale, with e = a − y.
    static void squaredErrors(Kernels kernels, LossBatch batch, int start, int end) {
        int width = batch.outputWidth();
        kernels.losses()
                .squaredErrors(
                        batch.outputs(),
                        batch.targets(),
                        batch.gradient(),
                        batch.losses(),
                        start * width,
                        (end - start) * width,
                        2 * batch.scale());
    }
}
