package slope.loss;

import slope.internal.function.Exponential;
import slope.kernel.Kernels;

/// The losses that are no kernels: a few plain operations on each of a batch's few outputs, which
/// nobody would see in the time a step takes.
///
/// Each writes a part for every target and the gradient of the part, times a scale, for every
/// output.
final class LossLoops {
    private LossLoops() {}

    /// Turns a cross-entropy into that of smoothed labels: with the share ε of each label spread
    /// evenly over K classes, a part gains ε·(z_y − mean z), a gradient ε·([k = y] − 1/K).
    ///
    /// @param logits all rows × columns, z
    /// @param targets all rows, y
    static void smooth(
            Kernels kernels,
            float[] logits,
            float[] targets,
            float[] gradient,
            float[] parts,
            int firstRow,
            int endRow,
            int columns,
            float scale,
            double smoothing) {
        float moved = (float) (smoothing * scale);
        float share = (float) (smoothing * scale / columns);
        for (int row = firstRow; row < endRow; row++) {
            int start = row * columns;
            int target = start + (int) targets[row];
            double mean = kernels.sum(logits, start, columns) / columns;
            parts[row] += (float) (smoothing * (logits[target] - mean));
            for (int at = start; at < start + columns; at++) {
                gradient[at] -= share;
            }
            gradient[target] += moved;
        }
    }

    /// parts = e^η − y·η, gradient = (e^η − y) · scale, with η = z + o.
    ///
    /// @param offsets all rows, o; empty where it is 0
    static void poisson(
            float[] outputs,
            float[] targets,
            float[] offsets,
            float[] gradient,
            float[] parts,
            int firstRow,
            int endRow,
            int columns,
            float scale) {
        for (int row = firstRow; row < endRow; row++) {
            float offset = offsets.length == 0 ? 0 : offsets[row];
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                float logarithm = outputs[at] + offset;
                float expected = Exponential.exp(logarithm);
                parts[at] = Math.fma(-targets[at], logarithm, expected);
                gradient[at] = (expected - targets[at]) * scale;
            }
        }
    }

    /// parts = |e|, gradient = sign(e) · scale, with e = output − target.
    static void absoluteErrors(
            float[] outputs, float[] targets, float[] gradient, float[] parts, int start, int end, float scale) {
        for (int at = start; at < end; at++) {
            float error = outputs[at] - targets[at];
            parts[at] = Math.abs(error);
            gradient[at] = Math.signum(error) * scale;
        }
    }

    /// parts = h(e), gradient = e · scale within ±delta, ±delta · scale beyond.
    static void huber(
            float[] outputs,
            float[] targets,
            float[] gradient,
            float[] parts,
            int start,
            int end,
            float scale,
            float delta) {
        for (int at = start; at < end; at++) {
            float error = outputs[at] - targets[at];
            float size = Math.abs(error);
            parts[at] = size <= delta ? 0.5f * error * error : delta * (size - 0.5f * delta);
            gradient[at] = (size <= delta ? error : Math.copySign(delta, error)) * scale;
        }
    }

    /// A row's part = Σ_k max(q_k·e, (q_k − 1)·e), with e = target − output k.
    ///
    /// @param targets all rows
    /// @param parts all rows
    /// @param levels q, one for each output
    static void quantiles(
            float[] outputs,
            float[] targets,
            float[] gradient,
            float[] parts,
            int firstRow,
            int endRow,
            float[] levels,
            float scale) {
        for (int row = firstRow; row < endRow; row++) {
            float part = 0;
            for (int level = 0; level < levels.length; level++) {
                int at = row * levels.length + level;
                float error = targets[row] - outputs[at];
                float slope = error > 0 ? levels[level] : error < 0 ? levels[level] - 1 : error; // 0, or NaN
                part = Math.fma(slope, error, part);
                gradient[at] = -slope * scale;
            }
            parts[row] = part;
        }
    }

    /// Multiplies each row by its weight.
    static void multiplyRows(float[] weights, float[] values, int firstRow, int endRow, int columns) {
        for (int row = firstRow; row < endRow; row++) {
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                values[at] *= weights[row];
            }
        }
    }
}
