package slope.loss;

import slope.kernel.Team;
import slope.kernel.Worker;

/// Computes a [Loss] block by block, with its gradient with respect to the outputs.
///
/// The losses of all targets are added up in double precision; the sums of several blocks, and the
/// weights of their rows, may be added before [#loss] makes one loss of them, so that a short last
/// block counts by its rows.
public final class LossMeter {
    /// What an output costs, in multiply-adds.
    private static final int OUTPUT_COST = 32;

    /// The weights or offsets of rows that have none.
    public static final float[] NONE = {};

    private final Team team;
    private final Team.Part<LossBatch> measure = this::measure;
    private final Loss loss;
    private final int outputWidth;
    private final int targetWidth;
    private final int batchSize;
    private final float[] losses; // batchSize × targetWidth
    private final LossBatch batch;
    private float[] outputs = NONE; // of the network, before their offsets
    private float[] offsets = NONE; // batchSize × 1 or outputWidth
    private float[] moved = NONE; // batchSize × outputWidth, made for the first rows with offsets
    private double weight;

    public LossMeter(Team team, Loss loss, int outputWidth, int batchSize) {
        this.team = team;
        this.loss = loss;
        this.outputWidth = outputWidth;
        this.targetWidth = loss.targetsFor(outputWidth);
        this.batchSize = batchSize;
        this.losses = new float[Math.multiplyExact(batchSize, targetWidth)];
        this.batch = new LossBatch(outputWidth, losses);
    }

    /// The summed loss of rows with equal weights; see the other `measure`.
    public double measure(float[] outputs, float[] targets, float[] gradient, int rows) {
        return measure(outputs, targets, NONE, NONE, gradient, rows);
    }

    /// The summed loss of rows; writes the gradient with respect to the outputs.
    ///
    /// @param outputs rows × outputWidth
    /// @param targets rows × targetWidth
    /// @param weights the weight of each row, or [#NONE] where all count 1
    /// @param offsets of each row, one for all of its outputs or one for each, which are added to them first;
    ///     or [#NONE]
    /// @param gradient rows × outputWidth
    public double measure(
            float[] outputs, float[] targets, float[] weights, float[] offsets, float[] gradient, int rows) {
        this.weight = weights.length == 0 ? rows : team.kernels().products().sum(weights, 0, rows);
        float scale = weight == 0 ? 0 : (float) (1 / loss.divisor(weight, outputWidth));
        this.outputs = outputs;
        this.offsets = offsets;
        if (offsets.length > 0 && moved.length == 0) {
            moved = new float[Math.multiplyExact(batchSize, outputWidth)];
        }
        batch.fill(offsets.length > 0 ? moved : outputs, targets, weights, gradient, scale);
        team.share(measure, batch, rows, 1, (long) rows * outputWidth * OUTPUT_COST);
        return team.kernels().products().sum(losses, 0, rows * targetWidth);
    }

    /// The sum of the weights of the last measured rows; their count, where they have none.
    public double weight() {
        return weight;
    }

    /// The loss of rows whose losses add up to `sum` and whose weights to `weight`.
    public double loss(double sum, double weight) {
        return sum / loss.divisor(weight, outputWidth);
    }

    private void measure(Worker worker, LossBatch batch, int start, int end) {
        if (offsets.length > 0) {
            addOffsets(start, end);
        }
        loss.measure(worker.kernels(), batch, start, end);
        if (batch.weights().length > 0) {
            multiplyRows(batch.losses(), batch.weights(), start, end, targetWidth);
            multiplyRows(batch.gradient(), batch.weights(), start, end, outputWidth);
        }
    }

    private void addOffsets(int start, int end) {
        int outputsOfOffset = outputWidth * batchSize / offsets.length;
        for (int at = start * outputWidth; at < end * outputWidth; at++) {
            moved[at] = outputs[at] + offsets[at / outputsOfOffset];
        }
    }

    private static void multiplyRows(float[] values, float[] weights, int start, int end, int columns) {
        for (int row = start; row < end; row++) {
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                values[at] *= weights[row];
            }
        }
    }
}
