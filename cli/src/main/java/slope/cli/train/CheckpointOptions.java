package slope.cli.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import slope.internal.file.Destination;

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
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "Write a checkpoint after each epoch, and at least this often (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ofSeconds(30);

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description = "Resume the training whose checkpoints are in this folder. Name the table and the files to"
                    + " write again; the other options are those of the first run.")
    private Optional<Path> resume = Optional.empty();

    /// @throws IllegalArgumentException if choices do not go together
    void check() {
        if (checkpoint.isPresent() && resume.isPresent()) {
            throw new IllegalArgumentException(
                    "--resume writes checkpoints to the same folder; leave --checkpoint out");
        }
        if (checkpoint.filter(Path.of(Destination.STANDARD_OUTPUT)::equals).isPresent()) {
            throw new IllegalArgumentException("--checkpoint needs a folder, and - is standard output; name a folder");
        }
    }

    /// Whether a training is resumed.
    boolean resumes() {
        return resume.isPresent();
    }

    /// The folder for checkpoints, if there is one.
    Optional<Path> folder() {
        return resume.or(() -> checkpoint);
    }

    Duration interval() {
        return interval;
    }
}
