package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;

/// A stretch of random numbers in the middle of an array, with stale values around it that an
/// operation must neither read nor write.
final class Numbers {
    /// Would spoil every sum it entered.
    private static final float STALE = Float.NaN;

    private static final int STALE_AFTER = 19;

    private final float[] values; // stale, then the stretch, then stale
    private final int offset;
    private final int length;

    private Numbers(float[] values, int offset, int length) {
        this.values = values;
        this.offset = offset;
        this.length = length;
    }

    /// Normal numbers with deviation 1.
    static Numbers draw(int offset, int length, long... name) {
        RandomGenerator random = SplitRandom.of(length, name);
        Numbers numbers = blank(offset, length);
        for (int index = 0; index < length; index++) {
            numbers.values[offset + index] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /// Numbers that are still to be written.
    static Numbers blank(int offset, int length) {
        float[] values = new float[offset + length + STALE_AFTER];
        Arrays.fill(values, STALE);
        return new Numbers(values, offset, length);
    }

    /// The whole array, stale numbers included.
    float[] values() {
        return values;
    }

    /// Where the stretch starts.
    int offset() {
        return offset;
    }

    /// A number of the stretch, counted from its start.
    float at(int index) {
        return values[offset + index];
    }

    Numbers copy() {
        return new Numbers(values.clone(), offset, length);
    }

    void assertStaleAround() {
        for (int index = 0; index < values.length; index++) {
            if (index < offset || index >= offset + length) {
                assertThat(values[index])
                        .as("number %d, outside %d to %d", index, offset, offset + length)
                        .isNaN();
            }
        }
    }
}
