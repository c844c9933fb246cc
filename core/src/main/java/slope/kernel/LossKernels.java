package slope.kernel;

import static slope.internal.function.Exponential.exp;
import static slope.internal.function.Logarithm.logOnePlus;
import static slope.internal.function.Logistic.fallingPower;
import static slope.internal.function.Logistic.sigmoid;
import static slope.internal.function.Logistic.softplus;

/// Losses, as [Kernels] has them: one number for each target, and the gradient with respect to the
/// outputs in the same pass. Softmax stands beside its cross-entropy, which has the same exponentials.
///
/// The loops here are the definition, in float arithmetic operation by operation as written; the sums
/// over a row are folded.
public interface LossKernels {

    /// e = output − target; losses = e², gradient = e · scale.
    ///
    /// @param scale what the gradient of ½e² is multiplied by
    default void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        for (int i = offset; i < offset + length; i++) {
            float error = outputs[i] - targets[i];
            losses[i] = error * error;
            gradient[i] = error * scale;
        }
    }

    /// losses = ln(1 + e^z) − y·z, gradient = (sigmoid(z) − y) · scale: the cross-entropy of a
    /// sigmoid, from its logit, without ever forming ln 0.
    ///
    /// @param logits z
    /// @param targets y, 0 or 1
    default void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        for (int i = offset; i < offset + length; i++) {
            float power = fallingPower(logits[i]);
            losses[i] = Math.fma(-targets[i], logits[i], softplus(logits[i], power));
            gradient[i] = (sigmoid(logits[i], power) - targets[i]) * scale;
        }
    }

    /// losses = ln Σ_k e^(z_k) − z_y, gradient_j = (softmax(z)_j − 1 if j = y) · scale, row by row.
    ///
    /// With m the row's largest logit, e_j = e^(z_j − m) and s the folded sum of all e_j, the loss
    /// is (m − z_y) + ln(1 + (s − 1)); the gradient of the target's logit is (e_y − s) / s · scale,
    /// of the others e_j / s · scale. s − 1 and (e_y − s) / s are taken in double and then rounded,
    /// s is rounded before it divides the others.
    ///
    /// @param logits all rows × columns, z
    /// @param targets all rows, the number of each row's class y, from 0
    /// @param gradient all rows × columns
    /// @param losses all rows
    /// @param firstRow the first row to look at, in all four arrays
    /// @param rows how many rows to look at
    default void softmaxCrossEntropy(
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

    /// Turns each row z into e^(z_j − m) / s, where m is the row's largest and s the folded sum of
    /// the numerators, rounded to float.
    ///
    /// @param values rows × columns, overwritten
    default void softmax(float[] values, int offset, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * columns;
            float divisor = (float) exponentials(values, start, columns, largest(values, start, columns), values);
            for (int i = start; i < start + columns; i++) {
                values[i] /= divisor;
            }
        }
    }

    /// gradient_j ← outputs_j · (gradient_j − Σ_k outputs_k · gradient_k), row by row: softmax's
    /// whole Jacobian. The sum is folded and rounded to float.
    ///
    /// @param outputs rows × columns, what softmax gave
    /// @param gradient rows × columns, with respect to the outputs before and to the pre-activations
    ///     afterwards
    default void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = offset + row * columns;
            float mean = (float) FoldedSum.ofProducts(outputs, start, gradient, start, columns);
            for (int i = start; i < start + columns; i++) {
                gradient[i] = outputs[i] * (gradient[i] - mean);
            }
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
