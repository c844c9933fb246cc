package slope.kernel;

/// The folded sum that [Kernels] describes.
///
/// A machine with vectors of 2, 4 or 8 doubles can keep the 16 lanes in 8, 4 or 2 registers; where
/// its last round is incomplete it adds 0 to the lanes that have no number, which changes no bit.
final class FoldedSum {
    /// As many as the widest vectors have floats.
    private static final int LANES = 16;

    private FoldedSum() {}

    /// Σ values.
    static double of(float[] values, int offset, int length) {
        return fold(values, offset, offset + length, 1);
    }

    /// Σ left · right. The product of two floats is exact in a double, so that adding products one
    /// by one and a chain of fused multiply-adds have the same bits.
    static double ofProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return foldProducts(left, leftOffset, right, rightOffset, 0, length, 1);
    }

    /// The sum of every stride-th value from `first`: the two halves of its lanes, each with twice
    /// the stride, until a single lane is left.
    private static double fold(float[] values, int first, int end, int stride) {
        if (stride < LANES) {
            return fold(values, first, end, 2 * stride) + fold(values, first + stride, end, 2 * stride);
        }
        double lane = 0;
        for (int index = first; index < end; index += stride) {
            lane += values[index];
        }
        return lane;
    }

    private static double foldProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, int first, int length, int stride) {
        if (stride < LANES) {
            return foldProducts(left, leftOffset, right, rightOffset, first, length, 2 * stride)
                    + foldProducts(left, leftOffset, right, rightOffset, first + stride, length, 2 * stride);
        }
        double lane = 0;
        for (int index = first; index < length; index += stride) {
            lane += (double) left[leftOffset + index] * right[rightOffset + index];
        }
        return lane;
    }
}
