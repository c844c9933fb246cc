package slope.run;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.TimeFrame;
import slope.internal.file.Destination;
import slope.recipe.Setting;
import slope.run.RunEvent.Progress;
import slope.run.RunEvent.Subject;
import slope.run.RunStatus.Phase;
import slope.tables.ReadListener;
import slope.tables.TableFiles;
import slope.training.TrainingCallbacks;

/// One training, from its request to the saved model.
///
///     Run run = Run.of(request);
///     run.listen(event -> page.show(event));
///     RunResult result = run.start().await();
///
/// It works in a thread of its own. Any thread may ask for its [#status], or cancel it.
public final class Run {
    private static final System.Logger LOGGER = System.getLogger("slope.run");

    private final TrainingRequest request;
    private final Stopwatch stopwatch;
    private final Cancellation cancellation = new Cancellation();
    private final List<EventQueue> listeners = new CopyOnWriteArrayList<>();
    private final FutureTask<RunResult> work = new FutureTask<>(this::work);
    private volatile RunStatus status = RunStatus.waiting();
    private volatile @Nullable RunProgress training;
    private @Nullable RunEvent last; // of all, once the run has ended

    private Run(TrainingRequest request, Stopwatch stopwatch) {
        this.request = request;
        this.stopwatch = stopwatch;
    }

    /// A run that has not begun.
    public static Run of(TrainingRequest request) {
        return new Run(request, Stopwatch.started(System::nanoTime));
    }

    /// The same for a person who has waited since before: a time limit counts from then.
    ///
    /// @param stopwatch runs since then
    public static Run of(TrainingRequest request, Stopwatch stopwatch) {
        return new Run(request, stopwatch);
    }

    /// What the training would be, without training: reads the table and decides every setting.
    ///
    /// @throws slope.table.DataException if the files or the table cannot be used
    public static FitPlan plan(TrainingRequest request) {
        return PreparedTraining.of(request.withoutOutputs(), Stopwatch.started(System::nanoTime), ReadListener.NONE)
                .plan();
    }

    /// Tells a listener of everything from now on, in a thread of its own. Of many epochs that wait
    /// for a slow listener the newest is told; no other event is left out. Who comes after the end
    /// hears the last event.
    public Run listen(Consumer<RunEvent> listener) {
        return listen(new EventQueue(listener, EventQueue.CAPACITY));
    }

    /// The same without leaving out an epoch: those that wait for a slow listener are kept in memory.
    public Run listenToAll(Consumer<RunEvent> listener) {
        return listen(new EventQueue(listener, Integer.MAX_VALUE));
    }

    private synchronized Run listen(EventQueue queue) {
        listeners.add(queue);
        if (last != null) {
            queue.add(last);
        }
        return this;
    }

    /// Begins, at the first call.
    public Run start() {
        Thread.ofPlatform().name("slope-run").start(work);
        return this;
    }

    /// Asks the run to end: at the next step of the training, with the best epoch so far.
    public void cancel() {
        cancellation.ask();
    }

    /// How it stands now.
    public RunStatus status() {
        RunProgress trained = training;
        return trained == null ? status : trained.status();
    }

    /// Waits for the end.
    ///
    /// @throws slope.table.DataException if the files or the table cannot be used
    /// @throws slope.training.DivergedException if numbers stopped being finite
    /// @throws InterruptedException if this thread is interrupted; the run goes on
    public RunResult await() throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failure) {
            throw TimeWatch.rethrown(Objects.requireNonNull(failure.getCause(), "cause"));
        }
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    synchronized void tell(RunEvent event) {
        last = event.isLast() ? event : last;
        listeners.forEach(queue -> queue.add(event));
    }

    /// Where nobody listens, it goes to the program's log.
    private void remark(Subject subject, String sentence) {
        if (!isHeard()) {
            LOGGER.log(Level.WARNING, sentence);
        }
        tell(new RunEvent.Remarked(status().progress(), subject, sentence));
    }

    private synchronized void enter(Phase phase) {
        status = status().in(phase, phase == Phase.FINISHED ? Progress.ALL : status().progress());
        training = null;
    }

    private RunResult work() {
        try {
            RunResult result = result();
            enter(result instanceof FinishedRun ? Phase.FINISHED : Phase.CANCELLED);
            tell(
                    switch (result) {
                        case FinishedRun run -> new RunEvent.Finished(status.progress(), run);
                        case CancelledRun run -> new RunEvent.Cancelled(status.progress(), status.place(), run);
                    });
            return result;
        } catch (RuntimeException | Error failure) {
            enter(Phase.FAILED);
            tell(new RunEvent.Failed(status.progress(), failure));
            throw failure;
        }
    }

    private RunResult result() {
        request.requireTable();
        OutputFiles outputs = OutputFiles.of(request);
        try (RunCheckpoints checkpoints =
                RunCheckpoints.open(request.checkpoints(), sentence -> remark(Subject.CHECKPOINTS, sentence))) {
            PreparedTraining prepared;
            try {
                prepared = prepared();
            } catch (CancelledException early) {
                return new CancelledRun("before training", OptionalInt.empty(), Optional.empty(), checkpoints.folder());
            }
            TimeFrame frame = prepared.frame(stopwatch);
            Fit fit;
            try {
                fit = fit(prepared, checkpoints, frame);
            } catch (CancelledException early) {
                return early.state()
                        .map(state -> cancelled(
                                place(prepared.plan(), state),
                                Fit.soFar(prepared.plan(), state),
                                prepared,
                                checkpoints))
                        .orElseGet(() -> cancelled(
                                hasSteps() ? "in the middle of a step" : "before training",
                                Optional.empty(),
                                prepared,
                                checkpoints));
            }
            FinishedRun run;
            try {
                run = scored(prepared, fit, frame);
            } catch (CancelledException early) {
                return cancelled("after the last epoch", Optional.of(fit), prepared, checkpoints);
            }
            outputs.model().map(Destination::named).ifPresent(file -> {
                int compared = ModelSaving.save(file, run);
                tell(new RunEvent.Saved(status.progress(), file, OptionalInt.of(compared)));
            });
            try {
                outputs.predictions().ifPresent(destination -> write(run, destination));
            } catch (CancelledException early) {
                return new CancelledRun(
                        "while predictions were written", best(fit), request.model(), checkpoints.folder());
            }
            return run;
        }
    }

    private PreparedTraining prepared() {
        enter(Phase.READING);
        long bytes = TableFiles.bytes(request.table());
        read(new RunStatus.Read(0, bytes));
        TimeWatch watch = watch();
        PreparedTraining prepared = watch.within(
                () -> PreparedTraining.of(request, stopwatch, listener()),
                () -> false,
                () -> FirstGuess.ofTable(request.table(), watch));
        read(new RunStatus.Read(bytes, bytes));
        RoomCheck.refuseMemory(prepared.plan());
        if (request.model().isPresent()) {
            RoomCheck.refuseFile(prepared);
        }
        prepared.plan().first().engine().remark().ifPresent(sentence -> remark(Subject.KERNELS, sentence));
        tell(new RunEvent.Prepared(Progress.NONE, prepared.plan()));
        return prepared;
    }

    private ReadListener listener() {
        return new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {
                Run.this.read(new RunStatus.Read(bytes, allBytes));
            }

            @Override
            public void asksDatabase(Runnable cancel) {
                cancellation.onAsk(cancel);
            }
        };
    }

    /// Reading that was given up goes on for a while, and is not told of any more.
    private synchronized void read(RunStatus.Read now) {
        RunStatus before = status;
        if (before.phase() == Phase.READING) {
            status = before.after(now);
            if (now.bytes() == 0 || now.percent() > before.read().percent()) {
                tell(new RunEvent.Reading(Progress.NONE, request.table().toString(), now.bytes(), now.ofBytes()));
            }
        }
    }

    private TimeWatch watch() {
        return new TimeWatch(stopwatch, request.estimator().timeLimit(), cancellation);
    }

    private FinishedRun scored(PreparedTraining prepared, Fit fit, TimeFrame frame) {
        double seconds = stopwatch.passed().minus(prepared.read().time()).toMillis() * 1e-3;
        enter(Phase.SCORING);
        tell(new RunEvent.Scoring(status.progress()));
        TimeWatch rest = watch().before(frame.after());
        return watch().unlimited().within(() -> FinishedRun.of(prepared, fit, seconds, rest), () -> true, () -> "");
    }

    /// Standard output is left to the program that runs the request.
    private void write(FinishedRun run, Destination destination) {
        if (destination instanceof Destination.StandardOutput) {
            return;
        }
        Path file = watch().unlimited() // a pipe may have no reader
                .within(
                        () -> {
                            TableFiles.write(run.predictions(), destination.named());
                            return destination.named();
                        },
                        () -> true,
                        () -> "");
        tell(new RunEvent.Saved(status.progress(), file, OptionalInt.empty()));
    }

    private Fit fit(PreparedTraining prepared, RunCheckpoints checkpoints, TimeFrame frame) {
        Work amount = Work.of(prepared.plan(), frame);
        TimeLeft timeLeft = new TimeLeft(stopwatch, request.estimator().timeLimit(), amount.leastPace());
        RunProgress progress = new RunProgress(prepared.plan(), amount, timeLeft, stopwatch, this);
        Optional<FitState> from = checkpoints.from(prepared);
        from.ifPresent(progress::goOn);
        CancellableCheckpointer checkpointer =
                new CancellableCheckpointer(checkpoints.checkpointer(prepared), cancellation, progress);
        TrainingCallbacks<FitState> callbacks =
                TrainingCallbacks.<FitState>by(progress).checkpointer(checkpointer);
        TrainingCallbacks<FitState> all = from.map(callbacks::from).orElse(callbacks);
        training = progress;
        try {
            return watch().patient(progress::hasSteps)
                    .within(
                            () -> prepared.plan().train(all, frame),
                            progress::hasEpochs,
                            () -> FirstGuess.ofTraining(prepared, frame, watch()));
        } finally {
            checkpointer.abandon(); // of no effect on a training that has ended
        }
    }

    private boolean hasSteps() {
        RunProgress trained = training;
        return trained != null && trained.hasSteps();
    }

    private CancelledRun cancelled(
            String place, Optional<Fit> soFar, PreparedTraining prepared, RunCheckpoints checkpoints) {
        Optional<Path> model = soFar.isPresent() ? request.model() : Optional.empty();
        model.ifPresent(file -> {
            int compared = ModelSaving.saveCancelled(file, soFar.orElseThrow(), prepared, place);
            tell(new RunEvent.Saved(status().progress(), file, OptionalInt.of(compared)));
        });
        return new CancelledRun(place, soFar.map(Run::best).orElseGet(OptionalInt::empty), model, checkpoints.folder());
    }

    private static OptionalInt best(Fit fit) {
        return OptionalInt.of(fit.results().getLast().bestEpoch());
    }

    private static String place(FitPlan plan, FitState state) {
        int epoch = state.atWork()
                .map(atWork -> atWork.state().history().size() + 1)
                .orElse(0);
        int number = state.finished().size() + 1;
        int networks = Math.max(number, plan.networks());
        String ofNetwork = state.isOnTrial()
                ? " of the trial of a linear part"
                : networks == 1 ? "" : " of network %s of %s".formatted(number, networks);
        int epochs = plan.settings().get(Setting.EPOCHS);
        return String.format(Locale.ROOT, "in epoch %s of %s%s", Math.min(epoch, epochs), epochs, ofNetwork);
    }
}
