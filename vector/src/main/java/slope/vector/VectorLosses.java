package slope.vector;

import static jdk.incubator.vector.FloatVector.fromArray;
import static slope.vector.Lanes.COUNT;
import static slope.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import slope.internal.function.Exponential;
import slope.internal.function.Logarithm;
import slope.kernel.LossKernels;

/// Softmax and losses over the Vector API.
///
/// Rows are often shorter than a vector, so the exponentials of all rows are taken together; what is
/// done row by row before and after is short.
final class VectorLosses implements LossKernels {
    private final VectorSum sum = new VectorSum();

    @Override
    public void softmax(float[] values, int offset, int rows, int columns) {
        int end = offset + rows * columns;
        for (int start = offset; start < end; start += columns) {
            subtract(largest(values, start, columns), values, values, start, start + columns);
        }
        exponentials(values, offset, end);
        for (int start = offset; start < end; start += columns) {
            divide(values, start, start + columns, (float) sum.of(values, start, columns));
        }
    }

    @Override
    public void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        int end = offset + rows * columns;
        for (int start = offset; start < end; start += columns) {
            float mean = (float) sum.ofProducts(outputs, start, gradient, start, columns);
            multiplyDifference(outputs, mean, gradient, start, start + columns);
        }
    }

    @Override
    public void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        int end = offset + length;
        int i = offset;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector error = fromArray(SPECIES, outputs, i).sub(fromArray(SPECIES, targets, i));
            error.mul(error).intoArray(losses, i);
            error.mul(scale).intoArray(gradient, i);
        }
        LossKernels.super.squaredErrors(outputs, targets, gradient, losses, i, end - i, scale);
    }

    @Override
    public void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        int end = offset + length;
        int i = offset;
        for (; i + COUNT <= end; i += COUNT) {
            FloatVector logit = fromArray(SPECIES, logits, i);
            FloatVector target = fromArray(SPECIES, targets, i);
            FloatVector power = VectorLogistic.fallingPower(logit);
            FloatVector probability = VectorLogistic.sigmoid(logit, power);
            FloatVector softplus = VectorLogistic.softplus(logit, power);
            target.neg().fma(logit, softplus).intoArray(losses, i);
            probability.sub(target).mul(scale).intoArray(gradient, i);
        }
        LossKernels.super.sigmoidCrossEntropy(logits, targets, gradient, losses, i, end - i, scale);
    }

    @Override
    public void softmaxCrossEntropy(
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
            float largest = largest(logits, start, columns);
            subtract(largest, logits, gradient, start, start + columns);
            losses[row] = largest - logits[start + (int) targets[row]];
        }
        exponentials(gradient, firstRow * columns, (firstRow + rows) * columns);
        for (int row = firstRow; row < firstRow + rows; row++) {
            int start = row * columns;
            int target = start + (int) targets[row];
            double total = sum.of(gradient, start, columns);
            losses[row] += Logarithm.logOnePlus((float) (total - 1));
            float missing = (float) ((gradient[target] - total) / total);
            divideAndScale(gradient, start, start + columns, (float) total, scale);
            gradient[target] = missing * scale;
        }
    }

    private static float largest(float[] values, int start, int columns) {
        int end = start + columns;
        int i = start;
        float largest = Float.NEGATIVE_INFINITY;
        if (columns >= COUNT) {
            FloatVector lanes = fromArray(SPECIES, values, i);
            for (i += COUNT; i + COUNT <= end; i += COUNT) {
                lanes = fromArray(SPECIES, values, i).max(lanes);
            }
            largest = lanes.reduceLanes(VectorOperators.MAX);
        }
        for (; i < end; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /// differences = values − subtrahend.
    private static void subtract(float subtrahend, float[] values, float[] differences, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            fromArray(SPECIES, values, i).sub(subtrahend).intoArray(differences, i);
        }
        for (; i < end; i++) {
            differences[i] = values[i] - subtrahend;
        }
    }

    private static void exponentials(float[] values, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            VectorExponential.exp(fromArray(SPECIES, values, i)).intoArray(values, i);
        }
        for (; i < end; i++) {
            values[i] = Exponential.exp(values[i]);
        }
    }

    private static void divide(float[] values, int start, int end, float divisor) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            fromArray(SPECIES, values, i).div(divisor).intoArray(values, i);
        }
        for (; i < end; i++) {
            values[i] /= divisor;
        }
    }

    private static void divideAndScale(float[] values, int start, int end, float divisor, float scale) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            fromArray(SPECIES, values, i).div(divisor).mul(scale).intoArray(values, i);
        }
        for (; i < end; i++) {
            values[i] = values[i] / divisor * scale;
        }
    }

    /// gradient ← outputs · (gradient − mean).
    private static void multiplyDifference(float[] outputs, float mean, float[] gradient, int start, int end) {
        int i = start;
        for (; i + COUNT <= end; i += COUNT) {
            fromArray(SPECIES, outputs, i)
                    .mul(fromArray(SPECIES, gradient, i).sub(mean))
                    .intoArray(gradient, i);
        }
        for (; i < end; i++) {
            gradient[i] = outputs[i] * (gradient[i] - mean);
        }
    }
}
