package slope.run;

import java.nio.file.Files;
import java.nio.file.Path;
import slope.checkpoint.Checkpoint;
import slope.checkpoint.CheckpointFolder;
import slope.table.DataException;

/// The request that a checkpoint keeps: what decides the model, the number of threads, and how often
/// a checkpoint is written.
final class ResumedRequest {
    private ResumedRequest() {}

    static String text(TrainingRequest request) {
        TrainingRequest kept = request.recorded();
        if (request.threads().isPresent()) {
            kept = kept.threads(request.threads().get());
        }
        return kept.checkpoints(request.checkpoints().orElseThrow().folder(Path.of(".")))
                .toJson();
    }

    /// @throws DataException if the folder has no checkpoint
    static TrainingRequest in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw nothingIn(folder);
        }
        try (CheckpointFolder opened = CheckpointFolder.open(folder)) {
            Checkpoint newest = opened.newest().orElseThrow(() -> nothingIn(folder));
            TrainingRequest kept = TrainingRequest.parse(
                    newest.identity().request(), newest.file().toString());
            return kept.checkpoints(
                    kept.checkpoints().orElseThrow().folder(folder).resuming());
        }
    }

    static DataException nothingIn(Path folder) {
        return new DataException("there is no checkpoint in \"%s\" to resume from".formatted(folder));
    }
}
