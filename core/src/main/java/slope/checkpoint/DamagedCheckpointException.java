package slope.checkpoint;

import java.io.IOException;

/// A file is not a checkpoint, or is damaged. The message is a clause that follows the file's name.
final class DamagedCheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedCheckpointException(String message) {
        super(message);
    }
}
