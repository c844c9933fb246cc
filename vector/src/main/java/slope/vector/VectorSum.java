package slope.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The folded sum of [slope.kernel.Kernels]: 16 lanes of doubles, kept in as many vectors as it
/// takes.
final class VectorSum {
    /// Of the folded sum; independent of the hardware's.
    private static final int SUM_LANES = 16;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /// As many floats as a vector has doubles.
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    private static final int LANES = SPECIES.length();

    private final double[] lanes = new double[SUM_LANES];

    /// Σ values.
    double of(float[] values, int offset, int length) {
        int whole = length - length % SUM_LANES;
        for (int lane = 0; lane < SUM_LANES; lane += LANES) {
            DoubleVector sums = DoubleVector.zero(SPECIES);
            for (int i = offset + lane; i < offset + whole; i += SUM_LANES) {
                sums = doubles(values, i).add(sums);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < length; i++) {
            lanes[i - whole] += values[offset + i];
        }
        return folded();
    }

    /// Σ left · right; products of two floats are exact in a double.
    double ofProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        int whole = length - length % SUM_LANES;
        for (int lane = 0; lane < SUM_LANES; lane += LANES) {
            DoubleVector sums = DoubleVector.zero(SPECIES);
            for (int i = lane; i < whole; i += SUM_LANES) {
                DoubleVector factors = doubles(right, rightOffset + i);
                sums = doubles(left, leftOffset + i).mul(factors).add(sums);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < length; i++) {
            lanes[i - whole] += (double) left[leftOffset + i] * right[rightOffset + i];
        }
        return folded();
    }

    private static DoubleVector doubles(float[] values, int at) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, values, at).convertShape(VectorOperators.F2D, SPECIES, 0);
    }

    private double folded() {
        for (int half = SUM_LANES / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return lanes[0];
    }
}
