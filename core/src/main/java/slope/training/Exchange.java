package slope.training;

/// Adds up what the workers of one training have computed, each in a process of its own.
///
/// The sum is that of a binary tree over the workers in their order: first those next to each other,
/// then the pairs, and so on. So it has the same bits on every worker, and a worker's part may itself
/// be such a tree.
public interface Exchange {
    /// The number of this worker, from 0.
    int worker();

    /// How many workers there are: a power of two.
    int workers();

    /// Replaces numbers by their sums over all workers. Each worker calls it as often as the others,
    /// with arrays of the same lengths.
    ///
    /// @param numbers such as a gradient
    /// @param sums such as a loss and a weight
    /// @throws java.io.UncheckedIOException if another worker is gone, or silent for too long
    void add(float[] numbers, double[] sums);

    /// That of a worker without others.
    static Exchange alone() {
        return new Exchange() {
            @Override
            public int worker() {
                return 0;
            }

            @Override
            public int workers() {
                return 1;
            }

            @Override
            public void add(float[] numbers, double[] sums) {}
        };
    }
}
