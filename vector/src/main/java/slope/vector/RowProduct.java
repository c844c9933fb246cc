package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row or two times a matrix: the product of a single prediction, and of batches too small for tiles.
///
/// The matrix is read once, row by row as it stands in memory, which is all such a product waits for; two rows share
/// what is read. Four of its rows are added in one go, so that the result is loaded and stored once for four steps of
/// its chains.
final class RowProduct {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private RowProduct() {}

    /// result ← result + left · right.
    ///
    /// @param left inner numbers, `leftStep` apart
    /// @param right inner × columns, each row `rightStep` numbers behind the one before
    static void add(
            float[] left,
            int leftAt,
            int leftStep,
            float[] right,
            int rightAt,
            int rightStep,
            float[] result,
            int resultAt,
            int inner,
            int columns) {
        int index = 0;
        int l = leftAt;
        int r = rightAt;
        for (; index + 4 <= inner; index += 4, l += 4 * leftStep, r += 4 * rightStep) {
            addFour(
                    left[l],
                    left[l + leftStep],
                    left[l + 2 * leftStep],
                    left[l + 3 * leftStep],
                    right,
                    r,
                    rightStep,
                    result,
                    resultAt,
                    columns);
        }
        for (; index < inner; index++, l += leftStep, r += rightStep) {
            addOne(left[l], right, r, result, resultAt, columns);
        }
    }

    /// The same for two rows.
    ///
    /// @param left whose second row begins `leftRowStep` behind the first
    /// @param result whose second row begins `resultRowStep` behind the first
    static void addToTwo(
            float[] left,
            int leftAt,
            int leftRowStep,
            int leftStep,
            float[] right,
            int rightAt,
            int rightStep,
            float[] result,
            int resultAt,
            int resultRowStep,
            int inner,
            int columns) {
        int index = 0;
        int l = leftAt;
        int r = rightAt;
        for (; index + 4 <= inner; index += 4, l += 4 * leftStep, r += 4 * rightStep) {
            addFourToTwo(left, l, leftRowStep, leftStep, right, r, rightStep, result, resultAt, resultRowStep, columns);
        }
        for (; index < inner; index++, l += leftStep, r += rightStep) {
            addOne(left[l], right, r, result, resultAt, columns);
            addOne(left[l + leftRowStep], right, r, result, resultAt + resultRowStep, columns);
        }
    }

    private static void addFourToTwo(
            float[] left,
            int leftAt,
            int leftRowStep,
            int leftStep,
            float[] right,
            int rightAt,
            int rightStep,
            float[] result,
            int resultAt,
            int resultRowStep,
            int columns) {
        FloatVector factors0 = FloatVector.broadcast(SPECIES, left[leftAt]);
        FloatVector factors1 = FloatVector.broadcast(SPECIES, left[leftAt + leftStep]);
        FloatVector factors2 = FloatVector.broadcast(SPECIES, left[leftAt + 2 * leftStep]);
        FloatVector factors3 = FloatVector.broadcast(SPECIES, left[leftAt + 3 * leftStep]);
        int second = leftAt + leftRowStep;
        FloatVector others0 = FloatVector.broadcast(SPECIES, left[second]);
        FloatVector others1 = FloatVector.broadcast(SPECIES, left[second + leftStep]);
        FloatVector others2 = FloatVector.broadcast(SPECIES, left[second + 2 * leftStep]);
        FloatVector others3 = FloatVector.broadcast(SPECIES, left[second + 3 * leftStep]);
        int row1 = rightAt + rightStep;
        int row2 = row1 + rightStep;
        int row3 = row2 + rightStep;
        int other = resultAt + resultRowStep;
        int end = SPECIES.loopBound(columns);
        for (int column = 0; column < end; column += LANES) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, rightAt + column);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, row1 + column);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, row2 + column);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, row3 + column);
            FloatVector sum = FloatVector.fromArray(SPECIES, result, resultAt + column);
            sum = factors1.fma(right1, factors0.fma(right0, sum));
            factors3.fma(right3, factors2.fma(right2, sum)).intoArray(result, resultAt + column);
            FloatVector otherSum = FloatVector.fromArray(SPECIES, result, other + column);
            otherSum = others1.fma(right1, others0.fma(right0, otherSum));
            others3.fma(right3, others2.fma(right2, otherSum)).intoArray(result, other + column);
        }
        for (int column = end; column < columns; column++) {
            for (int step = 0, r = rightAt + column; step < 4; step++, r += rightStep) {
                int l = leftAt + step * leftStep;
                result[resultAt + column] = Math.fma(left[l], right[r], result[resultAt + column]);
                result[other + column] = Math.fma(left[l + leftRowStep], right[r], result[other + column]);
            }
        }
    }

    private static void addFour(
            float factor0,
            float factor1,
            float factor2,
            float factor3,
            float[] right,
            int rightAt,
            int rightStep,
            float[] result,
            int resultAt,
            int columns) {
        FloatVector factors0 = FloatVector.broadcast(SPECIES, factor0);
        FloatVector factors1 = FloatVector.broadcast(SPECIES, factor1);
        FloatVector factors2 = FloatVector.broadcast(SPECIES, factor2);
        FloatVector factors3 = FloatVector.broadcast(SPECIES, factor3);
        int row1 = rightAt + rightStep;
        int row2 = row1 + rightStep;
        int row3 = row2 + rightStep;
        int column = 0;
        for (; column < SPECIES.loopBound(columns); column += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, result, resultAt + column);
            sum = factors0.fma(FloatVector.fromArray(SPECIES, right, rightAt + column), sum);
            sum = factors1.fma(FloatVector.fromArray(SPECIES, right, row1 + column), sum);
            sum = factors2.fma(FloatVector.fromArray(SPECIES, right, row2 + column), sum);
            sum = factors3.fma(FloatVector.fromArray(SPECIES, right, row3 + column), sum);
            sum.intoArray(result, resultAt + column);
        }
        for (; column < columns; column++) {
            float sum = Math.fma(factor0, right[rightAt + column], result[resultAt + column]);
            sum = Math.fma(factor1, right[row1 + column], sum);
            sum = Math.fma(factor2, right[row2 + column], sum);
            result[resultAt + column] = Math.fma(factor3, right[row3 + column], sum);
        }
    }

    private static void addOne(float factor, float[] right, int rightAt, float[] result, int resultAt, int columns) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        int column = 0;
        for (; column < SPECIES.loopBound(columns); column += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, result, resultAt + column);
            factors.fma(FloatVector.fromArray(SPECIES, right, rightAt + column), sum)
                    .intoArray(result, resultAt + column);
        }
        for (; column < columns; column++) {
            result[resultAt + column] = Math.fma(factor, right[rightAt + column], result[resultAt + column]);
        }
    }
}
