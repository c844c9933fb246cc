package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.MatrixView;

/// The row, column and error operations of [VectorKernels].
final class VectorRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorRows() {}

    /// Columns side by side in vectors, each adding its rows in order.
    static void sumColumns(MatrixView matrix, float[] result, int resultOffset) {
        float[] values = matrix.values();
        int offset = matrix.at(0, 0);
        int stride = matrix.rowStep();
        int rows = matrix.rows();
        int columns = matrix.columns();
        int column = 0;
        // Four vectors at a time: each addition waits four cycles for the one before.
        for (; column + 4 * LANES <= columns; column += 4 * LANES) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = FloatVector.zero(SPECIES);
            FloatVector sum2 = FloatVector.zero(SPECIES);
            FloatVector sum3 = FloatVector.zero(SPECIES);
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum0 = FloatVector.fromArray(SPECIES, values, at).add(sum0);
                sum1 = FloatVector.fromArray(SPECIES, values, at + LANES).add(sum1);
                sum2 = FloatVector.fromArray(SPECIES, values, at + 2 * LANES).add(sum2);
                sum3 = FloatVector.fromArray(SPECIES, values, at + 3 * LANES).add(sum3);
            }
            int to = resultOffset + column;
            sum0.intoArray(result, to);
            sum1.intoArray(result, to + LANES);
            sum2.intoArray(result, to + 2 * LANES);
            sum3.intoArray(result, to + 3 * LANES);
        }
        for (; column + LANES <= columns; column += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum = FloatVector.fromArray(SPECIES, values, at).add(sum);
            }
            sum.intoArray(result, resultOffset + column);
        }
        for (; column < columns; column++) {
            float sum = 0;
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum += values[at];
            }
            result[resultOffset + column] = sum;
        }
    }

    static void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int start, int end, float scale) {
        int i = start;
        for (; i + LANES <= end; i += LANES) {
            FloatVector error =
                    FloatVector.fromArray(SPECIES, outputs, i).sub(FloatVector.fromArray(SPECIES, targets, i));
            error.mul(error).intoArray(losses, i);
            error.mul(scale).intoArray(gradient, i);
        }
        for (; i < end; i++) {
            float error = outputs[i] - targets[i];
            losses[i] = error * error;
            gradient[i] = error * scale;
        }
    }
}
