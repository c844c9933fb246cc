package slope.serve.http;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Long work in a thread of its own. Virtual threads are not interrupted by each other: a long one would keep all small
/// requests from a core, and those who ask if the server lives.
public final class OwnThread {
    private OwnThread() {}

    /// The result of some work, or its exception.
    public static <T> T result(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("slope-large-request").start(task);
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw HttpException.later(503, "the server is going down; ask another one", 1);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException known -> throw known;
                case IOException gone -> throw gone;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }
}
