package slope.checkpoint;

import java.io.IOException;

/// A file is no checkpoint, or not a whole one. The message says why, in words that follow "it".
final class DamagedCheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedCheckpointException(String message) {
        super(message);
    }
}
