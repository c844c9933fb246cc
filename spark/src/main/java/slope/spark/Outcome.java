package slope.spark;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import slope.model.RowSketch;

/// What a worker sends to the driver: hashes of some of its rows and, if it is the first one, the trained state; or why
/// there is none.
final class Outcome implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte @Nullable [] state;
    private final long[] hashes;
    private final int rows;
    private final @Nullable String failure;

    private Outcome(byte @Nullable [] state, long[] hashes, int rows, @Nullable String failure) {
        this.state = state;
        this.hashes = hashes;
        this.rows = rows;
        this.failure = failure;
    }

    /// @param sketch of the worker's rows
    static Outcome of(RowSketch sketch) {
        long[] hashes = sketch.hashes().stream().mapToLong(hash -> hash).toArray();
        return new Outcome(null, hashes, sketch.rows(), null);
    }

    /// The same of the first worker.
    ///
    /// @param state a checkpoint's bytes
    Outcome with(byte[] state) {
        return new Outcome(state.clone(), hashes, rows, failure);
    }

    static Outcome failed(String sentence) {
        return new Outcome(null, new long[0], 0, sentence);
    }

    /// The bytes of the trained state.
    Optional<byte[]> state() {
        return Optional.ofNullable(state);
    }

    /// Of the worker's rows.
    RowSketch sketch() {
        return new RowSketch(rows, LongStream.of(hashes).boxed().toList());
    }

    /// Why there is no state.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
