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

/// The checkpoints of a training, where somebody asked for them, and the state it goes on from, where it
/// does.
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

    /// Opens the folder. Where a training goes on, the command line is parsed again, together with the
    /// options that the training began with: the command's fields are then as if all had been typed.
    ///
    /// @throws DataException if the folder cannot be used for that
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
                    .forEach(remark -> line.getErr().printf("slope: %s; going on from the one before%n", remark));
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
        return new DataException("there is no checkpoint in \"%s\"; --checkpoint keeps them there".formatted(folder));
    }

    private static void refuseToReplace(Checkpoint newest) {
        if (!newest.header().complete()) {
            throw new DataException(
                    ("\"%s\" has the checkpoints of a training that has not ended; go on with it by --resume, or name"
                                    + " another folder")
                            .formatted(newest.file().getParent()));
        }
    }

    /// The options that decide the model, as they were written when the training began.
    RecordedOptions options() {
        return from.map(checkpoint ->
                        RecordedOptions.of(checkpoint.identity().options()).only(RequestedOptions::isRecorded))
                .orElseGet(() -> RequestedOptions.of(line.getParseResult()));
    }

    /// Looks after a training that is about to begin or go on.
    ///
    /// @throws DataException if it is to go on, and was begun with other data or settings
    TrainingCallbacks<FitState> supervision(
            FitPlan prepared, TrainingInput input, TrainingListener listener, Interruption interruption) {
        List<String> asked = new ArrayList<>(input.options());
        asked.addAll(RequestedOptions.repeated(line.getParseResult()).words());
        Identity identity =
                Identity.of(prepared, input.table(), input.hash(), asked).with("slope", SlopeVersion.number());
        Optional<FitState> state = from.map(checkpoint -> checkpoint.state(prepared, identity));
        Checkpointer<FitState> keeper = folder.<Checkpointer<FitState>>map(opened -> new PeriodicCheckpointer(
                        opened,
                        identity,
                        options.interval(),
                        sentence -> line.getErr().println("slope: " + sentence)))
                .orElseGet(Checkpointer::none);
        return new TrainingCallbacks<>(listener, new InterruptibleKeeper(keeper, interruption), state);
    }

    /// Whether states are kept.
    boolean isKept() {
        return folder.isPresent();
    }

    @Override
    public void close() {
        folder.ifPresent(CheckpointFolder::close);
    }
}
