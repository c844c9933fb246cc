package slope.kernel;

/// The threads of a run and each one's kernels: who computes which part of an array.
///
///     team.share(part, length, 32, cost);   // part.compute(…) by each thread, for its stretch
///
/// An operation is shared by its outputs, and what an output is made of does not depend on the
/// parts; so the number of threads changes no bit. Work that is too small to be worth meeting for
/// stays with the caller, and a team that never meets never starts a thread. For one caller at a
/// time.
public final class Team implements AutoCloseable {
    /// Multiply-adds that make a meeting worth it: it takes about a microsecond, in which a core does
    /// some fifty thousand.
    private static final long WORTH = 150_000;

    /// A part of some work on arrays: made once, with all it needs in fields, so that sharing
    /// allocates nothing.
    public interface Part {

        /// Computes the outputs from `start` to below `end`.
        ///
        /// @param member the number of the thread, from 0, for memory of its own
        /// @param kernels this thread's
        void compute(int member, Kernels kernels, int start, int end);
    }

    private final Kernels[] kernels; // one for each thread
    private final Threads threads;
    private final Threads.Task task = this::compute;

    // What is being shared, for all threads to read.
    private Part part = (member, kernels, start, end) -> {};
    private int length;
    private int grain = 1;

    Team(Kernels[] kernels) {
        this.kernels = kernels;
        this.threads = new Threads(kernels.length);
    }

    /// The number of threads, the caller's included.
    public int size() {
        return kernels.length;
    }

    /// The caller's own kernels.
    public Kernels kernels() {
        return kernels[0];
    }

    /// Computes all outputs and returns when they are there.
    ///
    /// @param length how many outputs: rows, columns or numbers
    /// @param grain parts are multiples of it, except the last
    /// @param cost of all of them, in multiply-adds; decides whether they are worth sharing
    public void share(Part part, int length, int grain, long cost) {
        if (size() == 1 || length <= grain || cost < WORTH) {
            part.compute(0, kernels[0], 0, length);
            return;
        }
        this.part = part;
        this.length = length;
        this.grain = grain;
        threads.run(task);
    }

    private void compute(int member) {
        int start = startOf(member, length, grain);
        int end = startOf(member + 1, length, grain);
        if (start < end) {
            part.compute(member, kernels[member], start, end);
        }
    }

    /// Where a share begins if outputs are cut into as many shares as there are threads; that of the
    /// share behind the last one is the length. For parts that are shares of several things at once.
    ///
    /// @param grain shares are multiples of it, except the last
    public int startOf(int share, int length, int grain) {
        long grains = Math.ceilDiv(length, grain);
        return (int) Math.min(length, grains * share / size() * grain);
    }

    /// Ends the threads. The team is not to be used afterwards.
    @Override
    public void close() {
        threads.close();
    }
}
