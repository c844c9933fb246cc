package slope.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.table.DataException;
import slope.table.Remedy;

/// A saved state of a training run.
///
/// @param file the file that holds it
/// @param header its place among the checkpoints of the run
/// @param identity the data and settings of the run
public record Checkpoint(Path file, Header header, Identity identity) {

    /// Writes a checkpoint that is in no folder of a run's own: [CheckpointFolder] keeps those.
    ///
    /// @param number from 1, rising as training proceeds
    /// @throws IOException if the file cannot be written
    public static void write(Path file, long number, Identity identity, FitState state) throws IOException {
        boolean isComplete = state.atWork().isEmpty();
        CheckpointWriter.write(file, new Header(number, isComplete), identity, state);
    }

    /// Reads a checkpoint that is in no folder of a run's own.
    ///
    /// @throws DataException if it is damaged
    /// @throws IOException if the file cannot be read
    public static Checkpoint read(Path file) throws IOException {
        try {
            return CheckpointReader.open(file);
        } catch (DamagedCheckpointException damage) {
            throw new DataException("the checkpoint \"%s\" %s".formatted(file, damage.getMessage()), damage);
        }
    }

    /// The place of a checkpoint among those of its run.
    ///
    /// @param number from 1, rising as training proceeds
    /// @param complete whether all networks are trained
    public record Header(long number, boolean complete) {}

    /// The state, for a run that is prepared with the same data and settings.
    ///
    /// @param now the identity of that run
    /// @throws DataException if its data or settings differ, or the file is damaged
    public FitState state(FitPlan prepared, Identity now) {
        var differences = identity.differences(now);
        if (!differences.isEmpty()) {
            throw new DataException(
                    "the training in \"%s\" cannot resume: %s; give the same data and settings"
                            .formatted(file.getParent(), String.join(", ", differences)),
                    new Remedy.StartOver());
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
