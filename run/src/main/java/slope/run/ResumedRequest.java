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

    /// No name of a file that stands in a checkpoint is followed.
    ///
    /// @throws DataException if the folder has no checkpoint
    static TrainingRequest in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw nothingIn(folder);
        }
        try (CheckpointFolder opened = CheckpointFolder.open(folder)) {
            Checkpoint newest = opened.newest().orElseThrow(() -> nothingIn(folder));
            TrainingRequest kept = TrainingRequest.parse(
                    newest.identity().request(), newest.file().toString());
            TrainingRequest.Checkpoints usual = TrainingRequest.Checkpoints.in(folder);
            TrainingRequest resumed = kept.recorded()
                    .checkpoints(kept.checkpoints()
                            .map(written -> usual.interval(written.interval()))
                            .orElse(usual)
                            .resuming());
            return kept.threads().map(resumed::threads).orElse(resumed);
        }
    }

    static DataException nothingIn(Path folder) {
        return new DataException("there is no checkpoint in \"%s\" to resume from".formatted(folder));
    }
}
