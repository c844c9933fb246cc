package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Waits for what another process does: as long as a slow and busy machine may need, and never for
/// good.
public final class Patience {
    /// Some hundred times what anything here takes on a machine with nothing else to do.
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private static final long PAUSE_MILLISECONDS = 5;

    private Patience() {}

    /// Waits for the end of a process, or ends it and fails.
    public static int exitCode(Process process) throws InterruptedException {
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("the process ended within %s", LIMIT).isTrue();
        return process.exitValue();
    }

    /// Waits until a living process has brought something about.
    ///
    /// @param said what the process has said so far, for a failure's message
    public static void await(Process process, Callable<Boolean> happened, Callable<String> said) throws Exception {
        long start = System.nanoTime();
        while (!happened.call()) {
            boolean alive = process.isAlive();
            if (!alive && happened.call()) {
                return;
            }
            assertThat(alive)
                    .as("the process lives on, and has said: %s", said.call())
                    .isTrue();
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new AssertionError("nothing within %s; the process has said: %s".formatted(LIMIT, said.call()));
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }
}
