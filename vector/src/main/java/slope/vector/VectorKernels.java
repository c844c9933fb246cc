package slope.vector;

import slope.kernel.DropoutMask;
import slope.kernel.ElementwiseFunction;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// The operations of [Kernels] over the Vector API, with the bits of the scalar kernels.
///
/// Every loop has the same parts: a main loop of whole vectors, then the remainder number by number,
/// in the scalar kernels' own words or by the scalar kernels themselves. What is all copying they do
/// as well.
final class VectorKernels implements Kernels {
    private final Kernels scalar = Kernels.scalar();
    private final VectorProduct product = new VectorProduct();
    private final MatrixView zeros = new MatrixView();
    private final VectorSum sum = new VectorSum();
    private final VectorLosses losses = new VectorLosses(sum);

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView result) {
        product.multiply(left, right, zeros.pointAtZeros(result.rows(), result.columns()), result);
    }

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result) {
        product.multiply(left, right, start, result);
    }

    @Override
    public void sumColumns(MatrixView values, float[] result, int resultOffset) {
        VectorRows.sumColumns(values, result, resultOffset);
    }

    @Override
    public double sum(float[] values, int offset, int length) {
        return sum.of(values, offset, length);
    }

    @Override
    public void apply(
            ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int offset, int length) {
        int end = offset + length;
        int done = VectorActivations.apply(function, parameter, sums, outputs, offset, end);
        if (done < end) {
            scalar.apply(function, parameter, sums, outputs, done, end - done);
        }
    }

    @Override
    public void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length) {
        int end = offset + length;
        int done = VectorDerivatives.multiplyByDerivative(function, parameter, taken, gradient, offset, end);
        if (done < end) {
            scalar.multiplyByDerivative(function, parameter, taken, gradient, done, end - done);
        }
    }

    @Override
    public void softmax(float[] values, int offset, int rows, int columns) {
        losses.softmax(values, offset, rows, columns);
    }

    @Override
    public void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        losses.softmaxBackward(outputs, gradient, offset, rows, columns);
    }

    @Override
    public void multiplyEach(
            float[] values,
            int valuesOffset,
            float[] factors,
            int factorsOffset,
            float[] results,
            int resultsOffset,
            int length) {
        VectorFactors.multiplyEach(values, valuesOffset, factors, factorsOffset, results, resultsOffset, length);
    }

    @Override
    public void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        VectorFactors.addProducts(left, leftOffset, right, rightOffset, sums, sumsOffset, length);
    }

    @Override
    public void blend(
            float[] values,
            int valuesOffset,
            float[] functions,
            float[] results,
            int offset,
            float[] factors,
            int factorsOffset,
            int rows,
            int columns,
            int stride) {
        VectorFactors.blend(
                values, valuesOffset, functions, results, offset, factors, factorsOffset, rows, columns, stride);
    }

    @Override
    public void addBlendProducts(
            float[] gradient,
            float[] functions,
            int offset,
            float[] values,
            int valuesOffset,
            float[] sums,
            int sumsOffset,
            int rows,
            int columns,
            int stride) {
        VectorFactors.addBlendProducts(
                gradient, functions, offset, values, valuesOffset, sums, sumsOffset, rows, columns, stride);
    }

    @Override
    public void scaleAndShift(
            float[] values,
            int valuesOffset,
            float factor,
            float summand,
            float[] results,
            int resultsOffset,
            int length) {
        VectorFactors.scaleAndShift(values, valuesOffset, factor, summand, results, resultsOffset, length);
    }

    @Override
    public double sumOfProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return sum.ofProducts(left, leftOffset, right, rightOffset, length);
    }

    @Override
    public void drop(float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask) {
        VectorFactors.drop(values, results, offset, rows, columns, stride, mask);
    }

    @Override
    public void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        VectorRows.squaredErrors(outputs, targets, gradient, losses, offset, offset + length, scale);
    }

    @Override
    public void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        int end = offset + length;
        int done = VectorLosses.sigmoidCrossEntropy(logits, targets, gradient, losses, offset, end, scale);
        scalar.sigmoidCrossEntropy(logits, targets, gradient, losses, done, end - done, scale);
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
        this.losses.softmaxCrossEntropy(logits, targets, gradient, losses, firstRow, rows, columns, scale);
    }

    @Override
    public void descend(float[] parameters, float[] gradient, int offset, int length, float rate) {
        VectorSteps.descend(parameters, gradient, offset, offset + length, rate);
    }

    @Override
    public void descendWithMomentum(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        VectorSteps.descendWithMomentum(parameters, gradient, velocity, offset, offset + length, rate, momentum);
    }

    @Override
    public void descendWithNesterov(
            float[] parameters,
            float[] gradient,
            float[] velocity,
            int offset,
            int length,
            float rate,
            float momentum) {
        VectorSteps.descendWithNesterov(parameters, gradient, velocity, offset, offset + length, rate, momentum);
    }

    @Override
    public void descendWithAdam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int offset,
            int length,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay) {
        VectorSteps.descendWithAdam(
                parameters,
                gradient,
                mean,
                square,
                offset,
                offset + length,
                rate,
                meanShare,
                squareShare,
                rootScale,
                epsilon,
                decay);
    }
}
