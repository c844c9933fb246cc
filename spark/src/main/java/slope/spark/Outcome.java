package slope.spark;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a worker sends to the driver: the first one the trained state, or why there is none, the others
/// nothing.
final class Outcome implements Serializable {
    private static final long serialVersionUID = 1;

    static final Outcome NOTHING = new Outcome(null, null);

    private final byte @Nullable [] state;
    private final @Nullable String failure;

    private Outcome(byte @Nullable [] state, @Nullable String failure) {
        this.state = state;
        this.failure = failure;
    }

    /// @param state a checkpoint's bytes
    static Outcome of(byte[] state) {
        return new Outcome(state.clone(), null);
    }

    static Outcome failed(String sentence) {
        return new Outcome(null, sentence);
    }

    /// The bytes of the trained state.
    Optional<byte[]> state() {
        return Optional.ofNullable(state);
    }

    /// Why there is no state.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
