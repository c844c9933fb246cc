package slope.explain;

import java.util.Arrays;
import slope.internal.random.SplitRandom;

/// What random numbers are drawn for; each purpose has generators of its own.
enum Draw {
    ROWS(0),
    BACKGROUND(1),
    ORDERS(2),
    PERMUTATIONS(3);

    private final int name; // in the paths of generators

    Draw(int name) {
        this.name = name;
    }

    /// The generator of a purpose.
    ///
    /// @param path what it is for within the purpose
    SplitRandom random(long seed, long... path) {
        long[] whole = new long[path.length + 1];
        whole[0] = name;
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
