package slope.training;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Measures a [Loss] block by block, and the gradient by the outputs with it.
///
/// The parts of all targets are added up in double precision; the sums of several blocks may be
/// added before [#loss] makes one loss of them, so that a short last block counts by its rows.
final class LossMeter {
    /// What an output costs, in multiply-adds.
    private static final int OUTPUT_COST = 32;

    private final Team team;
    private final Team.Part measure = this::measure;
    private final Loss loss;
    private final int outputWidth;
    private final int targetWidth;
    private final float[] parts; // batchSize × targetWidth, one for each target

    // What is being measured, for all threads to read.
    private float[] outputs = {}; // rows × outputWidth
    private float[] targets = {}; // rows × targetWidth
    private float[] gradient = {}; // rows × outputWidth
    private float scale;

    LossMeter(Team team, Loss loss, int outputWidth, int batchSize) {
        this.team = team;
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
        this.outputs = outputs;
        this.targets = targets;
        this.gradient = gradient;
        this.scale = (float) gradientScale(rows);
        team.share(measure, rows, 1, (long) rows * outputWidth * OUTPUT_COST);
        return team.kernels().sum(parts, 0, rows * targetWidth);
    }

    private void measure(int member, Kernels kernels, int start, int end) {
        int at = start * outputWidth;
        int length = (end - start) * outputWidth;
        switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                kernels.squaredErrors(outputs, targets, gradient, parts, at, length, scale);
            case BINARY_CROSS_ENTROPY ->
                kernels.sigmoidCrossEntropy(outputs, targets, gradient, parts, at, length, scale);
            case MULTI_CLASS_CROSS_ENTROPY ->
                kernels.softmaxCrossEntropy(outputs, targets, gradient, parts, start, end - start, outputWidth, scale);
        }
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
