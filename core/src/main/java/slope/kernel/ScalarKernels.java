package slope.kernel;

import java.util.Arrays;

/// The plainest correct code for each operation of [Kernels]: it defines the bits that every other
/// implementation must give.
///
/// The arithmetic of activations, losses and steps stands in `ScalarActivations`, `ScalarLosses`
/// and `ScalarSteps`; e^z and its kin in [slope.internal.function].
public final class ScalarKernels implements Kernels {
    private final ScalarProduct product = new ScalarProduct();
    private final MatrixView zeros = new MatrixView();

    ScalarKernels() {}

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
        Arrays.fill(result, resultOffset, resultOffset + values.columns(), 0);
        for (int row = 0; row < values.rows(); row++) {
            int start = values.at(row, 0);
            for (int column = 0; column < values.columns(); column++) {
                result[resultOffset + column] += values.values()[start + column];
            }
        }
    }

    @Override
    public double sum(float[] values, int offset, int length) {
        return FoldedSum.of(values, offset, length);
    }

    @Override
    public void apply(
            ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int offset, int length) {
        ScalarActivations.apply(function, parameter, sums, outputs, offset, offset + length);
    }

    @Override
    public void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length) {
        ScalarActivations.multiplyByDerivative(function, parameter, taken, gradient, offset, offset + length);
    }

    @Override
    public void softmax(float[] values, int offset, int rows, int columns) {
        ScalarLosses.softmax(values, offset, rows, columns);
    }

    @Override
    public void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns) {
        ScalarLosses.softmaxBackward(outputs, gradient, offset, rows, columns);
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
        ScalarFactors.multiplyEach(values, valuesOffset, factors, factorsOffset, results, resultsOffset, length);
    }

    @Override
    public void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length) {
        ScalarFactors.addProducts(left, leftOffset, right, rightOffset, sums, sumsOffset, length);
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
        ScalarFactors.blend(
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
        ScalarFactors.addBlendProducts(
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
        ScalarFactors.scaleAndShift(values, valuesOffset, factor, summand, results, resultsOffset, length);
    }

    @Override
    public double sumOfProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return FoldedSum.ofProducts(left, leftOffset, right, rightOffset, length);
    }

    @Override
    public void drop(float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask) {
        ScalarFactors.drop(values, results, offset, rows, columns, stride, mask);
    }

    @Override
    public void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        ScalarLosses.squaredErrors(outputs, targets, gradient, losses, offset, offset + length, scale);
    }

    @Override
    public void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale) {
        ScalarLosses.sigmoidCrossEntropy(logits, targets, gradient, losses, offset, offset + length, scale);
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
        ScalarLosses.softmaxCrossEntropy(logits, targets, gradient, losses, firstRow, rows, columns, scale);
    }

    @Override
    public void descend(float[] parameters, float[] gradient, int offset, int length, float rate) {
        ScalarSteps.descend(parameters, gradient, offset, offset + length, rate);
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
        ScalarSteps.descendWithMomentum(parameters, gradient, velocity, offset, offset + length, rate, momentum);
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
        ScalarSteps.descendWithNesterov(parameters, gradient, velocity, offset, offset + length, rate, momentum);
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
        ScalarSteps.descendWithAdam(
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
