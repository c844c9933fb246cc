package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.MatrixView;

/// A tile of 6 rows of four vectors: 24 sums, four vectors of the right matrix and one number of the left
/// in 29 of 32 registers. See [Tile].
///
/// Beside two vectors a row it reads the left matrix half as often. What gains more: a panel may come
/// from the second-level cache and so be four times as deep, and a result is loaded and stored that many
/// times less.
final class WideTile {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = Lanes.COUNT;

    private WideTile() {}

    /// What [Tile#compute] does, for four vectors a row.
    static void compute(
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
        FloatVector sum0c = FloatVector.fromArray(SPECIES, start, startAt + 2 * LANES);
        FloatVector sum0d = FloatVector.fromArray(SPECIES, start, startAt + 3 * LANES);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, startAt + startStep);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, startAt + startStep + LANES);
        FloatVector sum1c = FloatVector.fromArray(SPECIES, start, startAt + startStep + 2 * LANES);
        FloatVector sum1d = FloatVector.fromArray(SPECIES, start, startAt + startStep + 3 * LANES);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep + LANES);
        FloatVector sum2c = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep + 2 * LANES);
        FloatVector sum2d = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep + 3 * LANES);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep + LANES);
        FloatVector sum3c = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep + 2 * LANES);
        FloatVector sum3d = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep + 3 * LANES);
        FloatVector sum4a = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep);
        FloatVector sum4b = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep + LANES);
        FloatVector sum4c = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep + 2 * LANES);
        FloatVector sum4d = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep + 3 * LANES);
        FloatVector sum5a = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep);
        FloatVector sum5b = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep + LANES);
        FloatVector sum5c = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep + 2 * LANES);
        FloatVector sum5d = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep + 3 * LANES);
        int end = leftAt + inner * leftInnerStep;
        for (int l = leftAt, r = rightAt; l != end; l += leftInnerStep, r += rightStep) {
            FloatVector rightA = FloatVector.fromArray(SPECIES, right, r);
            FloatVector rightB = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector rightC = FloatVector.fromArray(SPECIES, right, r + 2 * LANES);
            FloatVector rightD = FloatVector.fromArray(SPECIES, right, r + 3 * LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum0a = left0.fma(rightA, sum0a);
            sum0b = left0.fma(rightB, sum0b);
            sum0c = left0.fma(rightC, sum0c);
            sum0d = left0.fma(rightD, sum0d);
            FloatVector left1 = FloatVector.broadcast(SPECIES, left[l + leftRowStep]);
            sum1a = left1.fma(rightA, sum1a);
            sum1b = left1.fma(rightB, sum1b);
            sum1c = left1.fma(rightC, sum1c);
            sum1d = left1.fma(rightD, sum1d);
            FloatVector left2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStep]);
            sum2a = left2.fma(rightA, sum2a);
            sum2b = left2.fma(rightB, sum2b);
            sum2c = left2.fma(rightC, sum2c);
            sum2d = left2.fma(rightD, sum2d);
            FloatVector left3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStep]);
            sum3a = left3.fma(rightA, sum3a);
            sum3b = left3.fma(rightB, sum3b);
            sum3c = left3.fma(rightC, sum3c);
            sum3d = left3.fma(rightD, sum3d);
            FloatVector left4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStep]);
            sum4a = left4.fma(rightA, sum4a);
            sum4b = left4.fma(rightB, sum4b);
            sum4c = left4.fma(rightC, sum4c);
            sum4d = left4.fma(rightD, sum4d);
            FloatVector left5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStep]);
            sum5a = left5.fma(rightA, sum5a);
            sum5b = left5.fma(rightB, sum5b);
            sum5c = left5.fma(rightC, sum5c);
            sum5d = left5.fma(rightD, sum5d);
        }
        sum0a.intoArray(result, resultAt);
        sum0b.intoArray(result, resultAt + LANES);
        sum0c.intoArray(result, resultAt + 2 * LANES);
        sum0d.intoArray(result, resultAt + 3 * LANES);
        sum1a.intoArray(result, resultAt + resultStep);
        sum1b.intoArray(result, resultAt + resultStep + LANES);
        sum1c.intoArray(result, resultAt + resultStep + 2 * LANES);
        sum1d.intoArray(result, resultAt + resultStep + 3 * LANES);
        sum2a.intoArray(result, resultAt + 2 * resultStep);
        sum2b.intoArray(result, resultAt + 2 * resultStep + LANES);
        sum2c.intoArray(result, resultAt + 2 * resultStep + 2 * LANES);
        sum2d.intoArray(result, resultAt + 2 * resultStep + 3 * LANES);
        sum3a.intoArray(result, resultAt + 3 * resultStep);
        sum3b.intoArray(result, resultAt + 3 * resultStep + LANES);
        sum3c.intoArray(result, resultAt + 3 * resultStep + 2 * LANES);
        sum3d.intoArray(result, resultAt + 3 * resultStep + 3 * LANES);
        sum4a.intoArray(result, resultAt + 4 * resultStep);
        sum4b.intoArray(result, resultAt + 4 * resultStep + LANES);
        sum4c.intoArray(result, resultAt + 4 * resultStep + 2 * LANES);
        sum4d.intoArray(result, resultAt + 4 * resultStep + 3 * LANES);
        sum5a.intoArray(result, resultAt + 5 * resultStep);
        sum5b.intoArray(result, resultAt + 5 * resultStep + LANES);
        sum5c.intoArray(result, resultAt + 5 * resultStep + 2 * LANES);
        sum5d.intoArray(result, resultAt + 5 * resultStep + 3 * LANES);
    }
}
