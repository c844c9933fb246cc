package slope.cli.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import slope.internal.file.Destination;

/// The options that let a training be taken up again after its process has ended.
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            description = "Keep what is needed to go on in this folder, written again and again while training.")
    private Optional<Path> checkpoint = Optional.empty();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "Do so after each epoch, and at the latest after this time (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ofSeconds(30);

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description = "Go on with the training whose checkpoints are in this folder. Name the table again and the"
                    + " files to write; the other options are those it began with.")
    private Optional<Path> resume = Optional.empty();

    /// @throws IllegalArgumentException if choices do not go together
    void check() {
        if (checkpoint.isPresent() && resume.isPresent()) {
            throw new IllegalArgumentException(
                    "--resume goes on keeping checkpoints where they are; leave --checkpoint out");
        }
        if (checkpoint.filter(Path.of(Destination.STANDARD_OUTPUT)::equals).isPresent()) {
            throw new IllegalArgumentException("--checkpoint wants a folder, and - is standard output; name a folder");
        }
    }

    /// Whether a training is to be taken up.
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
