package slope.run;

import java.util.concurrent.CompletableFuture;

/// Whether a run is cancelled.
final class Cancellation {
    private final CompletableFuture<Void> asked = new CompletableFuture<>();

    void ask() {
        asked.complete(null);
    }

    boolean isAsked() {
        return asked.isDone();
    }

    /// Is done once it is asked.
    CompletableFuture<Void> asked() {
        return asked;
    }
}
