package slope.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import slope.checkpoint.Checkpoint;
import slope.checkpoint.CheckpointFolder;
import slope.checkpoint.Identity;
import slope.checkpoint.PeriodicCheckpointer;
import slope.fit.FitState;
import slope.onnx.SlopeVersion;
import slope.table.DataException;
import slope.training.Checkpointer;

/// The checkpoints of a run, if they are asked for, and the one to resume from, if there is one.
final class RunCheckpoints implements AutoCloseable {
    private final Optional<TrainingRequest.Checkpoints> asked;
    private final Optional<CheckpointFolder> folder;
    private final Optional<Checkpoint> from;
    private final Consumer<String> remarks;

    private RunCheckpoints(
            Optional<TrainingRequest.Checkpoints> asked,
            Optional<CheckpointFolder> folder,
            Optional<Checkpoint> from,
            Consumer<String> remarks) {
        this.asked = asked;
        this.folder = folder;
        this.from = from;
        this.remarks = remarks;
    }

    /// Opens the folder.
    ///
    /// @param remarks takes sentences for a person
    /// @throws DataException if the folder cannot be used, there is nothing to resume, or there is
    ///     and it is not asked for
    static RunCheckpoints open(Optional<TrainingRequest.Checkpoints> asked, Consumer<String> remarks) {
        Optional<CheckpointFolder> folder =
                asked.map(TrainingRequest.Checkpoints::folder).map(CheckpointFolder::open);
        try {
            boolean resumes = asked.filter(TrainingRequest.Checkpoints::resumes).isPresent();
            Optional<Checkpoint> newest = folder.flatMap(CheckpointFolder::newest);
            if (resumes && newest.isEmpty()) {
                throw ResumedRequest.nothingIn(folder.orElseThrow().path());
            }
            if (!resumes) {
                newest.ifPresent(RunCheckpoints::refuseToReplace);
                return new RunCheckpoints(asked, folder, Optional.empty(), remarks);
            }
            folder.orElseThrow().remarks().forEach(remark -> remarks.accept(remark + "; resuming from the one before"));
            return new RunCheckpoints(asked, folder, newest, remarks);
        } catch (RuntimeException failure) {
            folder.ifPresent(CheckpointFolder::close);
            throw failure;
        }
    }

    private static void refuseToReplace(Checkpoint newest) {
        if (!newest.header().complete()) {
            throw new DataException(
                    "\"%s\" has the checkpoints of a training that has not ended; resume it, or name another folder"
                            .formatted(newest.file().getParent()));
        }
    }

    /// The state to resume from, if the run resumes.
    ///
    /// @throws DataException if it resumes with other data or settings
    Optional<FitState> from(PreparedTraining prepared) {
        return from.map(checkpoint -> checkpoint.state(prepared.plan(), identity(prepared)));
    }

    /// Writes states to the folder; wants none without one.
    Checkpointer<FitState> checkpointer(PreparedTraining prepared) {
        return folder.<Checkpointer<FitState>>map(opened -> new PeriodicCheckpointer(
                        opened, identity(prepared), asked.orElseThrow().interval(), remarks))
                .orElseGet(Checkpointer::none);
    }

    private static Identity identity(PreparedTraining prepared) {
        return Identity.of(prepared.plan(), prepared.table(), prepared.hash(), ResumedRequest.text(prepared.request()))
                .with("slope", SlopeVersion.number());
    }

    /// The folder to resume from, if it has a checkpoint by now.
    Optional<Path> folder() {
        return folder.filter(opened -> !opened.isEmpty()).map(CheckpointFolder::path);
    }

    @Override
    public void close() {
        folder.ifPresent(CheckpointFolder::close);
    }
}
