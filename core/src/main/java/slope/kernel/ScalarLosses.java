package slope.kernel;

import static slope.internal.function.Exponential.exp;
import static slope.internal.function.Logarithm.logOnePlus;
import static slope.internal.function.Logistic.fallingPower;
import static slope.internal.function.Logistic.sigmoid;
import static slope.internal.function.Logistic.softplus;

/// The row-wise and loss operations of [ScalarKernels], in float arithmetic operation by operation
/// as written here; the sums over a row are [FoldedSum]s.
final class ScalarLosses {
    private ScalarLosses() {}

    static void softmax(float[] values, int offset, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * columns;
            float divisor = (float) exponentials(values, start, columns, largest(values, start, columns), values);
            for (int i = start; i < start + columns; i++) {
                values[i] /= divisor;
            }
        }
    }

    static void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * columns;
            float mean = (float) FoldedSum.ofProducts(outputs, gradient, start, columns);
            for (int i = start; i < start + columns; i++) {
                gradient[i] = outputs[i] * (gradient[i] - mean);
            }
        }
    }

    static void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int start, int end, float scale) {
        for (int i = start; i < end; i++) {
            float error = outputs[i] - targets[i];
            losses[i] = error * error;
            gradient[i] = error * scale;
        }
    }

    static void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int start, int end, float scale) {
        for (int i = start; i < end; i++) {
            float power = fallingPower(logits[i]);
            losses[i] = Math.fma(-targets[i], logits[i], softplus(logits[i], power));
            gradient[i] = (sigmoid(logits[i], power) - targets[i]) * scale;
        }
    }

    static void softmaxCrossEntropy(
            float[] logits,
            float[] targets,
            float[] gradient,
            float[] losses,
            int firstRow,
            int rows,
            int columns,
            float scale) {
        for (int row = firstRow; row < firstRow + rows; row++) {
            int start = row * columns;
            int target = start + (int) targets[row];
            float largest = largest(logits, start, columns);
            double total = exponentials(logits, start, columns, largest, gradient);
            // The total holds a 1, the largest logit's own; the double keeps what the others add to
            // it, however little, so that a small loss and a small gradient keep their digits.
            losses[row] = (largest - logits[target]) + logOnePlus((float) (total - 1));
            float missing = (float) ((gradient[target] - total) / total);
            float divisor = (float) total;
            for (int i = start; i < start + columns; i++) {
                gradient[i] = gradient[i] / divisor * scale;
            }
            gradient[target] = missing * scale;
        }
    }

    private static float largest(float[] values, int start, int columns) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = start; i < start + columns; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /// Writes e^(value − largest) for a row and returns their sum.
    private static double exponentials(float[] values, int start, int columns, float largest, float[] numerators) {
        for (int i = start; i < start + columns; i++) {
            numerators[i] = exp(values[i] - largest);
        }
        return FoldedSum.of(numerators, start, columns);
    }
}
