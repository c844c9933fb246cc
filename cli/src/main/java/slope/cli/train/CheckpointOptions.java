package slope.cli.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import slope.internal.file.Destination;
import slope.run.TrainingRequest;
import slope.run.TrainingRequest.Checkpoints;

/// The options for checkpoints and for resuming.
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            description = "Write checkpoints to this folder during training, to resume from.")
    private Optional<Path> checkpoint = Optional.empty();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Write a checkpoint after each epoch, and at least this often (default: 30s).")
    private Optional<Duration> interval = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description = "Resume the training whose checkpoints are in this folder. Name the table and the files to"
                    + " write again; the other options are those of the first run.")
    private Optional<Path> resume = Optional.empty();

    /// The folder of the training to resume, if one is resumed.
    Optional<Path> resumed() {
        return resume;
    }

    /// The folder that checkpoints are written to, if it was named.
    Optional<Path> folder() {
        return checkpoint;
    }

    /// The request with the chosen checkpoints.
    ///
    /// @throws IllegalArgumentException if choices do not go together
    TrainingRequest on(TrainingRequest request) {
        if (checkpoint.isPresent() && resume.isPresent()) {
            throw new IllegalArgumentException(
                    "--resume writes checkpoints to the same folder; leave --checkpoint out");
        }
        if (checkpoint.filter(Path.of(Destination.STANDARD_OUTPUT)::equals).isPresent()) {
            throw new IllegalArgumentException("--checkpoint needs a folder, and - is standard output; name a folder");
        }
        TrainingRequest changed = checkpoint
                .map(folder -> request.checkpoints(request.checkpoints()
                        .map(before -> before.folder(folder))
                        .orElseGet(() -> Checkpoints.in(folder))))
                .orElse(request);
        return changed.checkpoints()
                .flatMap(before -> interval.map(before::interval))
                .map(changed::checkpoints)
                .orElse(changed);
    }
}
