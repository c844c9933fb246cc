package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of every matrix product: a tile of the result, 6 rows of 2 vectors, whose
/// chains of fused multiply-adds stay in registers from their start to their end.
///
/// Six rows of two vectors are 12 sums; with two vectors of the right matrix and one number of the
/// left they need 15 registers, and AVX2 has 16. Twelve chains are also enough to keep two
/// multiply-add units busy that take four cycles for a step: eight would be.
final class Tile {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /// The width of a narrow tile: one vector.
    static final int LANES = SPECIES.length();

    static final int ROWS = 6;

    static final int COLUMNS = 2 * LANES;

    private Tile() {}

    /// result = start + left · right, each number one chain in the order of the inner index.
    ///
    /// The loop ends on `!=` for a reason. Written with `<` and a constant step it is a loop the
    /// compiler counts, cuts and schedules anew; it then needs a 17th register, and the chain that
    /// lies on the stack makes the whole tile wait: 35 instead of 82 GFLOP/s (Zen 4, 256 bits, peak
    /// 90).
    ///
    /// @param left ROWS × inner, from `leftAt` on, with these steps from row to row and along the
    ///     inner dimension
    /// @param right inner × COLUMNS, without gaps
    /// @param start ROWS × COLUMNS, where the chains start, rows `startStep` apart: 0 starts all
    ///     rows alike. May be the result itself
    /// @param result ROWS × COLUMNS, rows `resultStep` apart
    /// @param inner at least 1
    static void compute(
            float[] left,
            int leftAt,
            int leftRowStep,
            int leftInnerStep,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            int startStep,
            float[] result,
            int resultAt,
            int resultStep,
            int inner) {
        FloatVector sum0a = load(start, startAt);
        FloatVector sum0b = load(start, startAt + LANES);
        FloatVector sum1a = load(start, startAt + startStep);
        FloatVector sum1b = load(start, startAt + startStep + LANES);
        FloatVector sum2a = load(start, startAt + 2 * startStep);
        FloatVector sum2b = load(start, startAt + 2 * startStep + LANES);
        FloatVector sum3a = load(start, startAt + 3 * startStep);
        FloatVector sum3b = load(start, startAt + 3 * startStep + LANES);
        FloatVector sum4a = load(start, startAt + 4 * startStep);
        FloatVector sum4b = load(start, startAt + 4 * startStep + LANES);
        FloatVector sum5a = load(start, startAt + 5 * startStep);
        FloatVector sum5b = load(start, startAt + 5 * startStep + LANES);
        int end = leftAt + inner * leftInnerStep;
        for (int l = leftAt, r = rightAt; l != end; l += leftInnerStep, r += COLUMNS) {
            FloatVector rightA = load(right, r);
            FloatVector rightB = load(right, r + LANES);
            FloatVector left0 = repeat(left[l]);
            sum0a = left0.fma(rightA, sum0a);
            sum0b = left0.fma(rightB, sum0b);
            FloatVector left1 = repeat(left[l + leftRowStep]);
            sum1a = left1.fma(rightA, sum1a);
            sum1b = left1.fma(rightB, sum1b);
            FloatVector left2 = repeat(left[l + 2 * leftRowStep]);
            sum2a = left2.fma(rightA, sum2a);
            sum2b = left2.fma(rightB, sum2b);
            FloatVector left3 = repeat(left[l + 3 * leftRowStep]);
            sum3a = left3.fma(rightA, sum3a);
            sum3b = left3.fma(rightB, sum3b);
            FloatVector left4 = repeat(left[l + 4 * leftRowStep]);
            sum4a = left4.fma(rightA, sum4a);
            sum4b = left4.fma(rightB, sum4b);
            FloatVector left5 = repeat(left[l + 5 * leftRowStep]);
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

    /// The same for a result of one vector's width: of the right matrix and of start and result only
    /// the first half of each tile's row is read and written.
    static void computeNarrow(
            float[] left,
            int leftAt,
            int leftRowStep,
            int leftInnerStep,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            int startStep,
            float[] result,
            int resultAt,
            int resultStep,
            int inner) {
        FloatVector sum0 = load(start, startAt);
        FloatVector sum1 = load(start, startAt + startStep);
        FloatVector sum2 = load(start, startAt + 2 * startStep);
        FloatVector sum3 = load(start, startAt + 3 * startStep);
        FloatVector sum4 = load(start, startAt + 4 * startStep);
        FloatVector sum5 = load(start, startAt + 5 * startStep);
        int end = leftAt + inner * leftInnerStep;
        for (int l = leftAt, r = rightAt; l != end; l += leftInnerStep, r += COLUMNS) {
            FloatVector row = load(right, r);
            sum0 = repeat(left[l]).fma(row, sum0);
            sum1 = repeat(left[l + leftRowStep]).fma(row, sum1);
            sum2 = repeat(left[l + 2 * leftRowStep]).fma(row, sum2);
            sum3 = repeat(left[l + 3 * leftRowStep]).fma(row, sum3);
            sum4 = repeat(left[l + 4 * leftRowStep]).fma(row, sum4);
            sum5 = repeat(left[l + 5 * leftRowStep]).fma(row, sum5);
        }
        sum0.intoArray(result, resultAt);
        sum1.intoArray(result, resultAt + resultStep);
        sum2.intoArray(result, resultAt + 2 * resultStep);
        sum3.intoArray(result, resultAt + 3 * resultStep);
        sum4.intoArray(result, resultAt + 4 * resultStep);
        sum5.intoArray(result, resultAt + 5 * resultStep);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static FloatVector repeat(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
