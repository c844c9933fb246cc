package slope.loss;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Measures a [Loss] block by block, and the gradient by the outputs with it.
///
/// The parts of all targets are added up in double precision; the sums of several blocks, and the
/// weights of their rows, may be added before [#loss] makes one loss of them, so that a short last
/// block counts by its rows.
public final class LossMeter {
    /// What an output costs, in multiply-adds.
    private static final int OUTPUT_COST = 32;

    /// What stands for weights or offsets that rows do not have.
    public static final float[] NONE = {};

    private final Team team;
    private final Team.Part measure = this::measure;
    private final Loss loss;
    private final int outputWidth;
    private final int targetWidth;
    private final float[] levels; // of the quantiles, one for each output
    private final float[] parts; // batchSize × targetWidth, one for each target

    // What is being measured, for all threads to read.
    private float[] outputs = {}; // rows × outputWidth
    private float[] targets = {}; // rows × targetWidth
    private float[] weights = NONE; // rows
    private float[] offsets = NONE; // rows
    private float[] gradient = {}; // rows × outputWidth
    private float scale;
    private double weight;

    public LossMeter(Team team, Loss loss, int outputWidth, int batchSize) {
        this.team = team;
        this.loss = loss;
        this.outputWidth = outputWidth;
        this.targetWidth = loss.targetsFor(outputWidth);
        this.levels = levels(loss);
        this.parts = new float[Math.multiplyExact(batchSize, targetWidth)];
    }

    private static float[] levels(Loss loss) {
        if (!(loss instanceof Loss.Quantiles quantiles)) {
            return NONE;
        }
        float[] levels = new float[quantiles.levels().size()];
        for (int index = 0; index < levels.length; index++) {
            levels[index] = quantiles.levels().get(index).floatValue();
        }
        return levels;
    }

    /// The sum of the parts of some rows that all count the same; see the other `measure`.
    public double measure(float[] outputs, float[] targets, float[] gradient, int rows) {
        return measure(outputs, targets, NONE, NONE, gradient, rows);
    }

    /// The sum of the parts of some rows; writes the gradient of these rows' loss by the outputs.
    ///
    /// @param outputs rows × outputWidth
    /// @param targets rows × targetWidth
    /// @param weights what each row counts, or [#NONE] where all count 1
    /// @param offsets what is added to each row's outputs first, or [#NONE]; Poisson alone looks at
    ///     it
    /// @param gradient rows × outputWidth
    public double measure(
            float[] outputs, float[] targets, float[] weights, float[] offsets, float[] gradient, int rows) {
        this.outputs = outputs;
        this.targets = targets;
        this.weights = weights;
        this.offsets = offsets;
        this.gradient = gradient;
        this.weight = weights.length == 0 ? rows : team.kernels().sum(weights, 0, rows);
        this.scale = weight == 0 ? 0 : (float) gradientScale();
        team.share(measure, rows, 1, (long) rows * outputWidth * OUTPUT_COST);
        return team.kernels().sum(parts, 0, rows * targetWidth);
    }

    /// The sum of the weights of the rows that were measured last; their count, where they have none.
    public double weight() {
        return weight;
    }

    private void measure(int member, Kernels kernels, int start, int end) {
        int at = start * outputWidth;
        int length = (end - start) * outputWidth;
        switch (loss) {
            case Loss.HalfSquaredError _, Loss.MeanSquaredError _ ->
                kernels.squaredErrors(outputs, targets, gradient, parts, at, length, scale);
            case Loss.BinaryCrossEntropy _ ->
                kernels.sigmoidCrossEntropy(outputs, targets, gradient, parts, at, length, scale);
            case Loss.MultiClassCrossEntropy(double smoothing) -> {
                kernels.softmaxCrossEntropy(outputs, targets, gradient, parts, start, end - start, outputWidth, scale);
                if (smoothing > 0) {
                    LossLoops.smooth(
                            kernels, outputs, targets, gradient, parts, start, end, outputWidth, scale, smoothing);
                }
            }
            case Loss.Poisson _ ->
                LossLoops.poisson(outputs, targets, offsets, gradient, parts, start, end, outputWidth, scale);
            case Loss.MeanAbsoluteError _ ->
                LossLoops.absoluteErrors(outputs, targets, gradient, parts, at, at + length, scale);
            case Loss.Huber(double delta) ->
                LossLoops.huber(outputs, targets, gradient, parts, at, at + length, scale, (float) delta);
            case Loss.Quantiles _ -> LossLoops.quantiles(outputs, targets, gradient, parts, start, end, levels, scale);
        }
        if (weights.length > 0) {
            LossLoops.multiplyRows(weights, parts, start, end, targetWidth);
            LossLoops.multiplyRows(weights, gradient, start, end, outputWidth);
        }
    }

    /// The loss of rows whose parts add up to `sum` and whose weights to `weight`.
    public double loss(double sum, double weight) {
        return switch (loss) {
            case Loss.HalfSquaredError _ -> sum / 2;
            case Loss.MeanSquaredError _,
                    Loss.BinaryCrossEntropy _,
                    Loss.MultiClassCrossEntropy _,
                    Loss.Poisson _,
                    Loss.MeanAbsoluteError _,
                    Loss.Huber _ -> sum / (weight * targetWidth);
            case Loss.Quantiles _ -> sum / (weight * outputWidth);
        };
    }

    /// What the gradients of ½e² or of a part itself are multiplied by.
    private double gradientScale() {
        double targets = weight * targetWidth;
        return switch (loss) {
            case Loss.HalfSquaredError _ -> 1;
            case Loss.MeanSquaredError _ -> 2 / targets;
            case Loss.BinaryCrossEntropy _,
                    Loss.MultiClassCrossEntropy _,
                    Loss.Poisson _,
                    Loss.MeanAbsoluteError _,
                    Loss.Huber _ -> 1 / targets;
            case Loss.Quantiles _ -> 1 / (weight * outputWidth);
        };
    }
}
