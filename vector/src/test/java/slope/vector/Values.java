package slope.vector;

import java.util.SplittableRandom;

/// Arrays for both kernels to work on.
enum Values {
    /// Between −1 and 1, as in a network.
    ORDINARY(1),
    /// Between −100 and 100: most functions have long reached their limits there.
    WIDE(100),
    /// Every third one is an infinity, NaN, zero of either sign, or at an end of the floats' range.
    EXTREME(1);

    private static final float[] EXTREMES = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    private final float size;

    Values(float size) {
        this.size = size;
    }

    /// As many random numbers, the same for the same seed.
    float[] draw(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            boolean extreme = this == EXTREME && random.nextInt(3) == 0;
            values[i] = extreme ? EXTREMES[random.nextInt(EXTREMES.length)] : size * (2 * random.nextFloat() - 1);
        }
        return values;
    }
}
