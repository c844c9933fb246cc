package slope.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.table.DataException;
import slope.table.Remedy;

/// A state of a training on the disk.
///
/// @param file where it is
/// @param header which of a training's checkpoints it is
/// @param identity whose it is
public record Checkpoint(Path file, Header header, Identity identity) {

    /// Which of a training's checkpoints it is.
    ///
    /// @param number from 1, rising as training goes on
    /// @param complete whether all networks are trained
    public record Header(long number, boolean complete) {}

    /// The state, for a training that is prepared as the checkpoint's was.
    ///
    /// @param now the identity of that training
    /// @throws DataException if its data or settings are others, or the file is damaged
    public FitState state(FitPlan prepared, Identity now) {
        var differences = identity.differences(now);
        if (!differences.isEmpty()) {
            throw new DataException(
                    "the training in \"%s\" cannot go on: %s; give the same data and settings"
                            .formatted(file.getParent(), String.join(", ", differences)),
                    new Remedy.BeginAnew());
        }
        try {
            return CheckpointReader.state(file, prepared);
        } catch (DamagedCheckpointException damage) {
            throw new DataException("the checkpoint \"%s\" %s".formatted(file, damage.getMessage()), damage);
        } catch (IOException failure) {
            throw new DataException("the checkpoint \"%s\" cannot be read".formatted(file), failure);
        }
    }
}
