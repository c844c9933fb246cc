package slope.cli.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import slope.checkpoint.Checkpoint;
import slope.checkpoint.CheckpointFolder;
import slope.checkpoint.Identity;
import slope.checkpoint.PeriodicCheckpointer;
import slope.cli.record.RecordedOptions;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.onnx.SlopeVersion;
import slope.table.DataException;
import slope.training.Checkpointer;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// The checkpoints of a training, if they are asked for, and the state to resume from, if there is
/// one.
final class KeptTraining implements AutoCloseable {
    private final CheckpointOptions options;
    private final CommandLine line;
    private final Optional<CheckpointFolder> folder;
    private final Optional<Checkpoint> from;

    private KeptTraining(
            CheckpointOptions options, CommandLine line, Optional<CheckpointFolder> folder, Optional<Checkpoint> from) {
        this.options = options;
        this.line = line;
        this.folder = folder;
        this.from = from;
    }

    /// Opens the folder. When a training resumes, the command line is parsed again with the options
    /// of the first run: the command's fields are then as if all had been typed.
    ///
    /// @throws DataException if the folder cannot be used
    static KeptTraining open(CheckpointOptions options, CommandLine line) {
        try {
            options.check();
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(line, unusable.getMessage(), unusable);
        }
        if (options.resumes()) {
            options.folder().filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
                throw nothingIn(path);
            });
        }
        Optional<CheckpointFolder> folder = options.folder().map(CheckpointFolder::open);
        try {
            Optional<Checkpoint> newest = folder.flatMap(CheckpointFolder::newest);
            if (!options.resumes()) {
                newest.ifPresent(KeptTraining::refuseToReplace);
                return new KeptTraining(options, line, folder, Optional.empty());
            }
            CheckpointFolder opened = folder.orElseThrow();
            Checkpoint from = newest.orElseThrow(() -> nothingIn(opened.path()));
            opened.remarks()
                    .forEach(remark -> line.getErr().printf("slope: %s; resuming from the one before%n", remark));
            List<String> words = RequestedOptions.resumed(
                    line.getParseResult(), RecordedOptions.of(from.identity().options()));
            // Words that stand in a file name no other file.
            line.setExpandAtFiles(false).parseArgs(words.toArray(String[]::new));
            return new KeptTraining(options, line, folder, newest);
        } catch (RuntimeException failure) {
            folder.ifPresent(CheckpointFolder::close);
            throw failure;
        }
    }

    private static DataException nothingIn(Path folder) {
        return new DataException("there is no checkpoint in \"%s\"; --checkpoint writes them there".formatted(folder));
    }

    private static void refuseToReplace(Checkpoint newest) {
        if (!newest.header().complete()) {
            throw new DataException(
                    ("\"%s\" has the checkpoints of a training that has not ended; use --resume to continue it, or name"
                                    + " another folder")
                            .formatted(newest.file().getParent()));
        }
    }

    /// The options that decide the model, as they were given in the first run.
    RecordedOptions options() {
        return from.map(checkpoint ->
                        RecordedOptions.of(checkpoint.identity().options()).only(RequestedOptions::isRecorded))
                .orElseGet(() -> RequestedOptions.of(line.getParseResult()));
    }

    /// The callbacks of a training that starts or resumes.
    ///
    /// @throws DataException if it resumes with other data or settings
    TrainingCallbacks<FitState> callbacks(
            FitPlan prepared, TrainingInput input, TrainingListener listener, Interruption interruption) {
        List<String> asked = new ArrayList<>(input.options());
        asked.addAll(RequestedOptions.repeated(line.getParseResult()).words());
        Identity identity =
                Identity.of(prepared, input.table(), input.hash(), asked).with("slope", SlopeVersion.number());
        Optional<FitState> state = from.map(checkpoint -> checkpoint.state(prepared, identity));
        Checkpointer<FitState> checkpointer = folder.<Checkpointer<FitState>>map(opened -> new PeriodicCheckpointer(
                        opened,
                        identity,
                        options.interval(),
                        sentence -> line.getErr().println("slope: " + sentence)))
                .orElseGet(Checkpointer::none);
        TrainingCallbacks<FitState> callbacks = TrainingCallbacks.<FitState>by(listener)
                .keptBy(new InterruptibleKeeper(
                        checkpointer, interruption, interrupted -> EarlyEnd.of(prepared, interrupted, input)));
        return state.map(callbacks::from).orElse(callbacks);
    }

    /// Whether checkpoints are written.
    boolean isKept() {
        return folder.isPresent();
    }

    /// The folder to resume from, if it has a checkpoint by now.
    Optional<Path> resumable() {
        return folder.filter(opened -> !opened.isEmpty()).map(CheckpointFolder::path);
    }

    @Override
    public void close() {
        folder.ifPresent(CheckpointFolder::close);
    }
}
