package slope.kernel;

import java.util.Arrays;
import java.util.Optional;

/// The engine of a training or prediction: its kernels and the number of threads. It affects the
/// speed and nothing else: every engine gives the same bits.
///
///     Engine engine = Engine.best().threads(2);
///     try (Team team = engine.start()) { ... }
///
/// @param choice the kernels
/// @param threads how many threads share the work, including the caller's; at least 1
public record Engine(KernelsChoice choice, int threads) {

    public Engine {
        if (threads < 1) {
            throw new IllegalArgumentException("an engine needs at least 1 thread, not " + threads);
        }
    }

    /// The fastest kernels there are, on all cores.
    public static Engine best() {
        return new Engine(KernelsChoice.best(), Runtime.getRuntime().availableProcessors());
    }

    /// Plain Java on the caller's thread alone.
    public static Engine scalar() {
        return new Engine(KernelsChoice.scalar(), 1);
    }

    /// This engine with other kernels.
    public Engine choice(KernelsChoice choice) {
        return new Engine(choice, threads);
    }

    /// This engine with so many threads.
    public Engine threads(int threads) {
        return new Engine(choice, threads);
    }

    /// This engine, or with plain Java's kernels where the work is so small that others would not
    /// be compiled before it is done.
    ///
    /// @param multiplyAdds of the work
    public Engine forWork(double multiplyAdds) {
        return new Engine(choice.forWork(multiplyAdds), threads);
    }

    /// The reason why this engine is slower than the machine allows, in one sentence, see
    /// [KernelsChoice#remark]. Ask the engine that [#forWork] gives: for small work it does not
    /// matter.
    public Optional<String> remark() {
        return choice.remark();
    }

    /// Makes ready for a training: compiles what would otherwise be slow until it is compiled. It takes some
    /// tenths of a second once in a process, and no time later.
    public void prepare() {
        choice.prepare();
    }

    /// A team for one owner, who closes it: it may start threads.
    public Team start() {
        Worker[] workers = new Worker[threads];
        Arrays.setAll(workers, number -> new Worker(number, choice.create()));
        return new Team(workers);
    }

    /// As in "vector 512 bits on 2 threads".
    @Override
    public String toString() {
        return choice.name() + (threads == 1 ? " on 1 thread" : " on " + threads + " threads");
    }
}
