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

    /// Acts once it is asked, or at once if it is already.
    void onAsk(Runnable action) {
        CompletableFuture<Void> ignored = asked.thenRun(action);
    }

    /// Is done once it is asked.
    CompletableFuture<Void> asked() {
        return asked;
    }
}
