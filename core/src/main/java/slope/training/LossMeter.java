package slope.training;

import slope.kernel.Kernels;

/// Measures a [Loss] block by block, and the gradient by the outputs with it.
///
/// The parts of all targets are added up in double precision; the sums of several blocks may be
/// added before [#loss] makes one loss of them, so that a short last block counts by its rows.
final class LossMeter {
    private final Kernels kernels;
    private final Loss loss;
    private final int outputWidth;
    private final int targetWidth;
    private final float[] parts; // batchSize × targetWidth, one for each target

    LossMeter(Kernels kernels, Loss loss, int outputWidth, int batchSize) {
        this.kernels = kernels;
        this.loss = loss;
        this.outputWidth = outputWidth;
        this.targetWidth = loss.targetsFor(outputWidth);
        this.parts = new float[Math.multiplyExact(batchSize, targetWidth)];
    }

    /// The sum of the parts of some rows; writes the gradient of these rows' loss by the outputs.
    ///
    /// @param outputs rows × outputWidth
    /// @param targets rows × targetWidth
    /// @param gradient rows × outputWidth
    double measure(float[] outputs, float[] targets, float[] gradient, int rows) {
        float scale = (float) gradientScale(rows);
        int length = rows * outputWidth;
        switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                kernels.squaredErrors(outputs, targets, gradient, parts, 0, length, scale);
            case BINARY_CROSS_ENTROPY ->
                kernels.sigmoidCrossEntropy(outputs, targets, gradient, parts, 0, length, scale);
            case MULTI_CLASS_CROSS_ENTROPY ->
                kernels.softmaxCrossEntropy(outputs, targets, gradient, parts, 0, rows, outputWidth, scale);
        }
        return kernels.sum(parts, 0, rows * targetWidth);
    }

    /// The loss of so many rows, whose parts add up to `sum`.
    double loss(double sum, long rows) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> sum / 2;
            case MEAN_SQUARED_ERROR, BINARY_CROSS_ENTROPY, MULTI_CLASS_CROSS_ENTROPY -> sum / (rows * targetWidth);
        };
    }

    /// What the kernels' gradients, of ½e² or of a part itself, are multiplied by.
    private double gradientScale(int rows) {
        double targets = (double) rows * targetWidth;
        return switch (loss) {
            case HALF_SQUARED_ERROR -> 1;
            case MEAN_SQUARED_ERROR -> 2 / targets;
            case BINARY_CROSS_ENTROPY, MULTI_CLASS_CROSS_ENTROPY -> 1 / targets;
        };
    }
}
