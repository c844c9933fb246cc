package slope.loss;

import slope.kernel.Kernels;

/// ½ · Σ (y − a)², summed over rows and outputs: the notebook's. Its gradient a − y grows with the
/// batch.
public record HalfSquaredError() implements Loss {

    @Override
    public String title() {
        return "half squared error";
    }

    @Override
    public String formula() {
        return "½ · Σ (y - a)²";
    }

    @Override
    public void measure(Kernels kernels, LossBatch batch, int start, int end) {
        MeanSquaredError.squaredErrors(kernels, batch, start, end);
    }

    @Override
    public double divisor(double weight, int outputs) {
        return 2;
    }
}
