package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.MatrixView;

/// The innermost loop of every matrix product: a tile of the result, 6 rows of one or two vectors,
/// whose chains of fused multiply-adds stay in registers from their start to their end. [WideTile]
/// has four vectors, for those that have the registers.
///
/// Six rows of two vectors are 12 sums; with two vectors of the right matrix and one number of the
/// left they need 15 registers, and AVX2 has 16. Twelve chains are also enough to keep two
/// multiply-add units busy that take four cycles for a step: eight would be.
///
/// Loads and repeated numbers are asked of the Vector API itself. Methods of our own around them would
/// be inlined only until the compilation has grown to some size (see [Lanes]), which the tile's vectors
/// reach or do not reach by chance; a tile that allocates its vectors takes six times as long.
final class Tile {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = Lanes.COUNT;

    static final int ROWS = 6;

    /// The columns of the widest tile. Of the machines with vectors of 512 bits each has 32 registers for
    /// them, enough for four vectors a row.
    static final int COLUMNS = LANES == 16 ? 4 * LANES : 2 * LANES;

    private Tile() {}

    /// The columns of the narrowest tile that has so many, or of the widest.
    static int width(int columns) {
        if (columns <= LANES) {
            return LANES;
        }
        return columns <= 2 * LANES ? 2 * LANES : COLUMNS;
    }

    /// result = start + left · right, each number one chain in the order of the inner index.
    ///
    /// @param width of the tile, as [#width] has it
    /// @param left of which the tile takes ROWS × inner, from `leftAt` on
    /// @param right inner × width, from `rightAt` on
    /// @param rightStep from one of its rows to the next
    /// @param start of which it takes ROWS × width, from `startAt` on, where the chains start: row step 0
    ///     starts all rows alike. May be the result itself
    /// @param result of which it writes ROWS × width, from `resultAt` on
    /// @param inner at least 1
    static void compute(
            int width,
            MatrixView left,
            int leftAt,
            float[] right,
            int rightAt,
            int rightStep,
            MatrixView start,
            int startAt,
            MatrixView result,
            int resultAt,
            int inner) {
        if (width == LANES) {
            computeOne(left, leftAt, right, rightAt, rightStep, start, startAt, result, resultAt, inner);
        } else if (width == 2 * LANES) {
            computeTwo(left, leftAt, right, rightAt, rightStep, start, startAt, result, resultAt, inner);
        } else {
            WideTile.compute(left, leftAt, right, rightAt, rightStep, start, startAt, result, resultAt, inner);
        }
    }

    /// Two vectors a row.
    ///
    /// The loop ends on `!=` for a reason. Written with `<` and a constant step it is a loop the
    /// compiler counts, cuts and schedules anew; it then needs a 17th register, and the chain that
    /// lies on the stack makes the whole tile wait: 35 instead of 82 GFLOP/s (Zen 4, 256 bits, peak
    /// 90).
    private static void computeTwo(
            MatrixView leftMatrix,
            int leftAt,
            float[] right,
            int rightAt,
            int rightStep,
            MatrixView startMatrix,
            int startAt,
            MatrixView resultMatrix,
            int resultAt,
            int inner) {
        float[] left = leftMatrix.values();
        int leftRowStep = leftMatrix.rowStep();
        int leftInnerStep = leftMatrix.columnStep();
        float[] start = startMatrix.values();
        int startStep = startMatrix.rowStep();
        float[] result = resultMatrix.values();
        int resultStep = resultMatrix.rowStep();
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, startAt + startStep);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, startAt + startStep + LANES);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep + LANES);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep + LANES);
        FloatVector sum4a = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep);
        FloatVector sum4b = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep + LANES);
        FloatVector sum5a = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep);
        FloatVector sum5b = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep + LANES);
        int end = leftAt + inner * leftInnerStep;
        for (int l = leftAt, r = rightAt; l != end; l += leftInnerStep, r += rightStep) {
            FloatVector rightA = FloatVector.fromArray(SPECIES, right, r);
            FloatVector rightB = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum0a = left0.fma(rightA, sum0a);
            sum0b = left0.fma(rightB, sum0b);
            FloatVector left1 = FloatVector.broadcast(SPECIES, left[l + leftRowStep]);
            sum1a = left1.fma(rightA, sum1a);
            sum1b = left1.fma(rightB, sum1b);
            FloatVector left2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStep]);
            sum2a = left2.fma(rightA, sum2a);
            sum2b = left2.fma(rightB, sum2b);
            FloatVector left3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStep]);
            sum3a = left3.fma(rightA, sum3a);
            sum3b = left3.fma(rightB, sum3b);
            FloatVector left4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStep]);
            sum4a = left4.fma(rightA, sum4a);
            sum4b = left4.fma(rightB, sum4b);
            FloatVector left5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStep]);
            sum5a = left5.fma(rightA, sum5a);
            sum5b = left5.fma(rightB, sum5b);
        }
        sum0a.intoArray(result, resultAt);
        sum0b.intoArray(result, resultAt + LANES);
        sum1a.intoArray(result, resultAt + resultStep);
        sum1b.intoArray(result, resultAt + resultStep + LANES);
        sum2a.intoArray(result, resultAt + 2 * resultStep);
        sum2b.intoArray(result, resultAt + 2 * resultStep + LANES);
        sum3a.intoArray(result, resultAt + 3 * resultStep);
        sum3b.intoArray(result, resultAt + 3 * resultStep + LANES);
        sum4a.intoArray(result, resultAt + 4 * resultStep);
        sum4b.intoArray(result, resultAt + 4 * resultStep + LANES);
        sum5a.intoArray(result, resultAt + 5 * resultStep);
        sum5b.intoArray(result, resultAt + 5 * resultStep + LANES);
    }

    /// One vector a row.
    private static void computeOne(
            MatrixView leftMatrix,
            int leftAt,
            float[] right,
            int rightAt,
            int rightStep,
            MatrixView startMatrix,
            int startAt,
            MatrixView resultMatrix,
            int resultAt,
            int inner) {
        float[] left = leftMatrix.values();
        int leftRowStep = leftMatrix.rowStep();
        int leftInnerStep = leftMatrix.columnStep();
        float[] start = startMatrix.values();
        int startStep = startMatrix.rowStep();
        float[] result = resultMatrix.values();
        int resultStep = resultMatrix.rowStep();
        FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, start, startAt + startStep);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep);
        FloatVector sum4 = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep);
        FloatVector sum5 = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep);
        int end = leftAt + inner * leftInnerStep;
        for (int l = leftAt, r = rightAt; l != end; l += leftInnerStep, r += rightStep) {
            FloatVector row = FloatVector.fromArray(SPECIES, right, r);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum0 = left0.fma(row, sum0);
            FloatVector left1 = FloatVector.broadcast(SPECIES, left[l + leftRowStep]);
            sum1 = left1.fma(row, sum1);
            FloatVector left2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStep]);
            sum2 = left2.fma(row, sum2);
            FloatVector left3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStep]);
            sum3 = left3.fma(row, sum3);
            FloatVector left4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStep]);
            sum4 = left4.fma(row, sum4);
            FloatVector left5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStep]);
            sum5 = left5.fma(row, sum5);
        }
        sum0.intoArray(result, resultAt);
        sum1.intoArray(result, resultAt + resultStep);
        sum2.intoArray(result, resultAt + 2 * resultStep);
        sum3.intoArray(result, resultAt + 3 * resultStep);
        sum4.intoArray(result, resultAt + 4 * resultStep);
        sum5.intoArray(result, resultAt + 5 * resultStep);
    }
}
