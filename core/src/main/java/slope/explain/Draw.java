package slope.explain;

import java.util.Arrays;
import slope.internal.random.SplitRandom;

/// What random numbers are drawn for; each purpose has generators of its own.
enum Draw {
    ROWS,
    BACKGROUND,
    ORDERS,
    PERMUTATIONS;

    /// The generator of a purpose.
    ///
    /// @param path what it is for within the purpose
    SplitRandom random(long seed, long... path) {
        long[] whole = new long[path.length + 1];
        whole[0] = ordinal();
        System.arraycopy(path, 0, whole, 1, path.length);
        return SplitRandom.of(seed, whole);
    }

    /// Some of the rows, ascending; all of them if there are no more.
    static int[] rows(int[] rows, int most, long seed) {
        int[] drawn = rows.clone();
        ROWS.random(seed).shuffle(drawn);
        int[] some = Arrays.copyOf(drawn, Math.min(most, drawn.length));
        Arrays.sort(some);
        return some;
    }
}
