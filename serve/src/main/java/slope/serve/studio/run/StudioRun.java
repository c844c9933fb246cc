package slope.serve.studio.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import slope.report.json.JsonText;
import slope.report.training.TrainingReport;
import slope.run.Run;
import slope.run.RunEvent;
import slope.run.RunStatus;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.studio.event.Bell;
import slope.serve.studio.run.RunFacts.Outcome;
import slope.serve.studio.run.RunFacts.Progress;
import slope.serve.studio.run.RunFacts.RunFiles;
import slope.serve.studio.run.RunFacts.Standing;
import slope.serve.studio.run.RunFacts.State;
import slope.serve.studio.run.RunFacts.Subject;
import slope.table.DataException;
import tools.jackson.jr.ob.JSON;

/// One run: at work, or found in its folder.
public final class StudioRun {
    private final RunFolder folder;
    private final TrainingRequest request;
    private final RunLog log = new RunLog();
    private final Bell bell;
    private Optional<RunEnd> end;
    private @Nullable Run run; // at work
    private boolean isStopping;
    private boolean isPausing; // which is to stop and to go on later
    private CountDownLatch ended = new CountDownLatch(0);

    private StudioRun(RunFolder folder, TrainingRequest request, Bell bell) {
        this.folder = folder;
        this.request = request;
        this.bell = bell;
        this.end = RunEnd.read(folder);
    }

    /// One that has not begun.
    ///
    /// @param bell rings when something has changed
    static StudioRun begin(RunFolder folder, TrainingRequest request, Bell bell) {
        RunFolder.write(folder.request(), request.toJson());
        return new StudioRun(folder, request, bell);
    }

    /// One that is in a folder, whether it ended or its process did.
    static StudioRun found(RunFolder folder, Bell bell) {
        StudioRun found = new StudioRun(folder, folder.readRequest(), bell);
        RunFolder.read(folder.events()).ifPresent(text -> text.lines().forEach(found::recall));
        return found;
    }

    /// The last line may have been cut off.
    private void recall(String line) {
        if (line.endsWith("}")) {
            log.add(JSON.std.mapFrom(line));
        }
    }

    public int number() {
        return folder.number();
    }

    /// What it was asked to learn.
    public TrainingRequest request() {
        return request;
    }

    /// The file of its model.
    ///
    /// @throws HttpException if there is none
    public Path model() {
        if (!Files.isRegularFile(folder.model())) {
            throw new HttpException(409, "run %s has saved no model".formatted(number()));
        }
        return folder.model();
    }

    /// The training report as JSON.
    ///
    /// @throws HttpException if there is none
    public String training() {
        return RunFolder.read(folder.training())
                .orElseThrow(() -> new HttpException(409, "run %s has not finished".formatted(number())));
    }

    /// Whether it ended because its numbers stopped being finite.
    public synchronized boolean hasDiverged() {
        return end.flatMap(RunEnd::failure)
                .flatMap(RunFacts.RunFailure::divergence)
                .isPresent();
    }

    RunFolder folder() {
        return folder;
    }

    synchronized boolean isAtWork() {
        return run != null;
    }

    /// Starts to train, from the newest checkpoint if there is one.
    synchronized void start() {
        TrainingRequest whole = folder.hasCheckpoint() ? resumed() : request;
        Run begun = Run.of(whole);
        forget(folder.outcome());
        end = Optional.empty();
        isStopping = false;
        isPausing = false;
        ended = new CountDownLatch(1);
        run = begun;
        begun.listenToAll(new RunRecorder(folder.events(), this::keep).start()::hear);
        begun.start();
        bell.ring();
    }

    private TrainingRequest resumed() {
        TrainingRequest resumed = TrainingRequest.resumed(folder.checkpoints())
                .files(request.table(), request.start())
                .model(folder.model());
        return request.threads().map(resumed::threads).orElse(resumed);
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new DataException("%s cannot be deleted".formatted(file), failure);
        }
    }

    /// Asks it to stop, with the best epoch so far.
    void stop() {
        cancel(false);
    }

    /// Asks it to stop until it goes on. What it leaves on the disk is the same.
    void pause() {
        cancel(true);
    }

    private synchronized void cancel(boolean toGoOn) {
        if (run == null) {
            throw new HttpException(409, "run %s is not at work".formatted(number()));
        }
        isStopping = true;
        isPausing = toGoOn;
        run.cancel();
        bell.ring();
    }

    /// Waits for its end.
    ///
    /// @return whether it has ended
    boolean await(long milliseconds) throws InterruptedException {
        CountDownLatch latch;
        synchronized (this) {
            latch = ended;
        }
        return latch.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    private void keep(RunEvent event, String line) {
        log.add(JSON.std.mapFrom(line));
        if (event.isLast()) {
            over(event);
        }
        bell.ring();
    }

    private void over(RunEvent last) {
        RunEnd ended = RunEnd.of(last, networkAtWork());
        RunEnd how = isPausing() ? ended.paused() : ended;
        try {
            if (last instanceof RunEvent.Finished finished) {
                RunFolder.write(folder.training(), JsonText.of(TrainingReport.of(finished.run())));
            }
            how.write(folder);
        } catch (DataException full) {
            // Told as interrupted when the studio starts again; what is known now is shown.
        } finally {
            end(how);
        }
    }

    private int networkAtWork() {
        return log.last("network-started")
                .map(event -> event.get("network"))
                .map(number -> ((Number) number).intValue())
                .orElse(1);
    }

    private synchronized boolean isPausing() {
        return isPausing;
    }

    private synchronized void end(RunEnd how) {
        end = Optional.of(how);
        run = null;
        ended.countDown();
    }

    /// All that the page shows of it.
    ///
    /// @param isOpen whether its table is the one that is open
    public synchronized RunFacts facts(boolean isOpen) {
        Standing standing = standing();
        return new RunFacts(
                number(),
                standing,
                new Subject(
                        String.valueOf(Path.of(request.table().location()).getFileName()),
                        isOpen,
                        request.estimator().target().columns(),
                        folder.started(),
                        request.toMap()),
                end.map(RunEnd::outcome).orElseGet(this::outcomeSoFar),
                new RunFiles(
                        Files.isRegularFile(folder.model()),
                        Files.isRegularFile(folder.training()),
                        standing.state().isResumable()),
                end.flatMap(RunEnd::failure));
    }

    private Outcome outcomeSoFar() {
        Optional<String> metric =
                log.last("prepared").map(event -> event.get("metric")).map(String::valueOf);
        return new Outcome(
                metric, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    synchronized Standing standing() {
        Run atWork = run;
        if (atWork == null) {
            return Standing.at(end.map(RunEnd::state).orElse(State.INTERRUPTED));
        }
        RunStatus status = atWork.status();
        return new Standing(
                isStopping ? State.STOPPING : State.RUNNING,
                Optional.of(status.phase()),
                Optional.of(new Progress(
                        status.progress().share(), status.progress().timeLeft().map(left -> left.toMillis() * 1e-3))),
                Optional.of(status.place()),
                Optional.of(status.read()));
    }

    /// The sizes of a network's gradients by layer and epoch.
    GradientFlowReport gradients(int network) {
        return log.gradients(network);
    }

    /// What has happened since a client looked last.
    ///
    /// @param id of the last message that it has; empty for all
    public ToldNews since(String id) {
        return log.since(number(), RunLog.Cursor.parse(id), standing());
    }
}
