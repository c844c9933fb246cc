package slope.kernel;

/// The threads of a run with their kernels: they divide the work on arrays.
///
///     team.share(part, batch, rows, 32, cost);   // part.compute(worker, batch, …) by each, for its rows
///
/// An operation is shared by its outputs, and what an output is made of does not depend on the
/// parts; so the number of threads changes no bit. Work that is too small to be worth meeting for
/// stays with the caller, and a team that never meets never starts a thread. For one caller at a
/// time.
public final class Team implements AutoCloseable {
    /// Multiply-adds that make a meeting worth it: it takes about a microsecond, in which a core
    /// does some fifty thousand.
    private static final long WORTH = 150_000;

    /// Some work on arrays. Both it and its arguments are made once for a run, so that sharing
    /// allocates nothing.
    ///
    /// @param <A> what all threads read: an array, or a value that its owner fills for each step
    public interface Part<A> {

        /// Computes the outputs from `start` to below `end`.
        void compute(Worker worker, A arguments, int start, int end);
    }

    private final Worker[] workers; // one for each thread
    private final Threads threads;
    private final Threads.Task task = this::compute;

    // The one way by which work reaches the other threads: Threads says when they see these.
    private Part<Object> part = (worker, arguments, start, end) -> {};
    private Object arguments = this;
    private int length;
    private int grain = 1;

    Team(Worker[] workers) {
        this.workers = workers;
        this.threads = new Threads(workers.length);
    }

    /// The number of threads, the caller's included.
    public int size() {
        return workers.length;
    }

    /// The caller's own kernels.
    public Kernels kernels() {
        return workers[0].kernels();
    }

    /// Computes all outputs and returns when they are there.
    ///
    /// @param arguments which the part gets
    /// @param length how many outputs: rows, columns or numbers
    /// @param grain parts are multiples of it, except the last
    /// @param cost of all of them, in multiply-adds; decides whether they are worth sharing
    @SuppressWarnings("unchecked") // the part gets the arguments that it came with
    public <A> void share(Part<A> part, A arguments, int length, int grain, long cost) {
        if (size() == 1 || length <= grain || cost < WORTH) {
            part.compute(workers[0], arguments, 0, length);
            return;
        }
        this.part = (Part<Object>) part;
        this.arguments = arguments;
        this.length = length;
        this.grain = grain;
        threads.run(task);
    }

    private void compute(int number) {
        int start = startOf(number, length, grain);
        int end = startOf(number + 1, length, grain);
        if (start < end) {
            part.compute(workers[number], arguments, start, end);
        }
    }

    /// Where a share begins if outputs are cut into as many shares as there are threads; that of
    /// the share behind the last one is the length. For parts that are shares of several things at
    /// once.
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
