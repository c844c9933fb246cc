package slope.spark.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Another worker is gone, silent or at another step. That is a consequence: the root cause is what has ended that one.
public final class LostWorkerException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    /// @param message which worker lost which one
    public LostWorkerException(String message, IOException cause) {
        super(message, cause);
    }
}
