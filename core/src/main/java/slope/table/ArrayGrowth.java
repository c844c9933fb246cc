package slope.table;

/// The growth of arrays that are filled value by value.
final class ArrayGrowth {
    private static final int FEWEST = 16;

    private ArrayGrowth() {}

    /// Whether an array may stay as it is, although the places behind its first values are unused.
    static boolean isFull(int length, int size) {
        return length - size <= size >> 4;
    }

    /// At once as long as is expected, by half more each time that this is not enough.
    ///
    /// @param size of the array that is full
    static int of(int size, int expected) {
        return Math.max(FEWEST, size < expected ? expected : size + (size >> 1));
    }
}
