package slope.run.tuning;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import slope.fit.FitPlan;
import slope.internal.file.LockFile;
import slope.internal.file.WholeFile;
import slope.recipe.Recipe;
import slope.run.CancelledRun;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.RunResult;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;
import slope.run.tuning.TrialOutcome.Failed;
import slope.run.tuning.TrialOutcome.Trained;
import slope.table.DataException;
import slope.training.DivergedException;

/// A random search (Bergstra and Bengio 2012, "Random search for hyper-parameter optimization"),
/// from its request to the selected model.
///
/// Trials are trained one after another, each as a run of its own. A search that is killed or
/// cancelled goes on when the same request is run again, and comes to the same trials and the same
/// model.
public final class Tuning {
    private final TuningRequest request;
    private final Stopwatch stopwatch;
    private volatile boolean isCancelled;
    private volatile @Nullable Run current;

    private Tuning(TuningRequest request, Stopwatch stopwatch) {
        this.request = request;
        this.stopwatch = stopwatch;
    }

    /// A search that has not begun.
    public static Tuning of(TuningRequest request) {
        return of(request, Stopwatch.started(System::nanoTime));
    }

    /// The same for a person who has waited since before: a time limit counts from then.
    ///
    /// @param stopwatch runs since then
    public static Tuning of(TuningRequest request, Stopwatch stopwatch) {
        return new Tuning(request, stopwatch);
    }

    /// Asks the search to end: at the next step of its training, without a model. Any thread may
    /// ask.
    public void cancel() {
        isCancelled = true;
        Run run = current;
        if (run != null) {
            run.cancel();
        }
    }

    /// Tries, selects and saves. Waits for the end.
    ///
    /// @throws DataException if the files, the table or the folder cannot be used
    /// @throws IllegalArgumentException if the search has no end
    /// @throws InterruptedException if this thread is interrupted
    public TuningResult run(TuningListener listener) throws InterruptedException {
        request.requireEnd();
        request.training().requireOutputs(List.of(), List.of());
        TrainingRequest training = request.training();
        Recipe first = request.recipes().getFirst();
        FitPlan plan = Run.plan(training.estimator(training.estimator().recipe(first)));
        LockFile lock = lock(request.folder());
        try {
            Search search = new Search(plan, new SearchClock(stopwatch, request.timeLimit()), listener);
            search.trainAll();
            if (isCancelled) {
                return new CancelledTuning(search.ended.size());
            }
            return TrialSelection.of(request, plan, search.ended, listener).finished(stopwatch);
        } finally {
            lock.close();
        }
    }

    private static LockFile lock(Path folder) {
        try {
            Files.createDirectories(folder);
            return LockFile.hold(folder.resolve("lock"))
                    .orElseThrow(() ->
                            new DataException("another search is at work in \"%s\"; wait for it or name another folder"
                                    .formatted(folder)));
        } catch (FileAlreadyExistsException failure) {
            throw new DataException("\"%s\" is a file; trials need a folder".formatted(folder), failure);
        } catch (IOException failure) {
            throw new DataException(
                    "\"%s\" cannot hold trials: %s".formatted(folder, WholeFile.reason(failure)), failure);
        }
    }

    /// A trial that is finished, with its folder.
    record Ended(Trial trial, TrialFolder folder, TrialOutcome outcome) {}

    /// The trials of one call, from the first to the last.
    private final class Search {
        private final TrainingRequest base;
        private final Trials trials;
        private final SearchClock clock;
        private final TuningListener listener;
        private final String table;
        private final List<Ended> ended = new ArrayList<>();

        Search(FitPlan plan, SearchClock clock, TuningListener listener) {
            TrainingRequest asked = request.training();
            TrainingRequest plain =
                    TrainingRequest.of(asked.table(), asked.estimator()).reading(asked.reading());
            TrainingRequest withFolds = Trials.withFolds(plain, plan);
            this.base = asked.threads().map(withFolds::threads).orElse(withFolds);
            this.trials = new Trials(request.recipes(), plan);
            this.clock = clock;
            this.listener = listener;
            this.table = plan.rows().fingerprint();
        }

        void trainAll() throws InterruptedException {
            Set<String> tooSlow = new HashSet<>();
            int most = request.trials().orElse(Integer.MAX_VALUE);
            for (int number = 1; number <= most && !isCancelled && tooSlow.size() < recipes(); number++) {
                Trial trial = trials.get(number);
                TrialFolder folder = TrialFolder.of(request.folder(), trial);
                TrainingRequest asked = base.estimator(base.estimator().recipe(trial.recipe()));
                Optional<TrialOutcome> earlier = folder.outcome();
                if (earlier.isPresent()) {
                    folder.open(asked.recorded());
                    end(new Ended(trial, folder, earlier.get()), true);
                } else if (hasTime(trial)) {
                    folder.open(asked.recorded());
                    if (!train(trial, folder, asked, most - number + 1)) {
                        return;
                    }
                } else {
                    tooSlow.add(trial.recipe().title());
                }
            }
        }

        private int recipes() {
            return (int)
                    request.recipes().stream().map(Recipe::title).distinct().count();
        }

        private void end(Ended trial, boolean isEarlier) {
            ended.add(trial);
            clock.ended(trial.trial(), trial.outcome());
            listener.ended(trial.trial(), trial.outcome(), isEarlier);
        }

        /// @param remaining trials, this one included
        /// @return false if it was cut off, by the time limit or because the search is cancelled
        private boolean train(Trial trial, TrialFolder folder, TrainingRequest asked, int remaining)
                throws InterruptedException {
            Stopwatch ofTrial = Stopwatch.started(System::nanoTime);
            Run run = Run.of(limited(folder.resumable(asked), trial));
            Optional<Integer> trialsLeft = request.trials().map(all -> remaining);
            listener.started(trial, run, clock.expectedLeft(trialsLeft));
            Optional<TrialOutcome> outcome = outcome(trial, folder, run, ofTrial);
            outcome.ifPresent(found -> end(new Ended(trial, folder, found), false));
            return outcome.isPresent();
        }

        /// The defaults are always tried, as far as the time goes.
        private boolean hasTime(Trial trial) {
            return trial.isDefault()
                    ? clock.left().filter(time -> !time.isPositive()).isEmpty() || trial.number() == 1
                    : clock.allows(trial);
        }

        /// The defaults of each recipe have to be in time: they share what is left, and their
        /// trainings end by it.
        private TrainingRequest limited(TrainingRequest asked, Trial trial) {
            int sharing = Math.max(1, request.recipes().size() - trial.number() + 1);
            return clock.left()
                    .filter(time -> trial.isDefault() && time.isPositive())
                    .map(time -> asked.estimator(asked.estimator().timeLimit(time.dividedBy(sharing))))
                    .orElse(asked);
        }

        /// @return empty if it was cut off
        private Optional<TrialOutcome> outcome(Trial trial, TrialFolder folder, Run run, Stopwatch ofTrial)
                throws InterruptedException {
            try {
                return switch (ended(run, trial)) {
                    case FinishedRun finished ->
                        Optional.of(folder.finished(trained(trial, folder, finished, ofTrial)));
                    case CancelledRun ignored -> Optional.empty();
                };
            } catch (DivergedException diverged) {
                return Optional.of(folder.finished(failed(diverged, ofTrial)));
            } catch (DataException unusable) {
                if (ended.stream().noneMatch(each -> each.outcome() instanceof Trained)) {
                    throw unusable;
                }
                Failed failed = failed(unusable, ofTrial);
                // Defaults may have lacked time, and are tried again by a later call.
                return Optional.of(trial.isDefault() ? failed : folder.finished(failed));
            }
        }

        private static Failed failed(RuntimeException failure, Stopwatch ofTrial) {
            return new Failed(String.valueOf(failure.getMessage()), seconds(ofTrial));
        }

        /// Waits for a run, which is cut off at the end of the time unless it ends by itself then.
        private RunResult ended(Run run, Trial trial) throws InterruptedException {
            current = run;
            if (isCancelled) {
                run.cancel();
            }
            clock.left()
                    .filter(time -> !trial.isDefault())
                    .ifPresent(time -> CompletableFuture.delayedExecutor(
                                    Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS)
                            .execute(run::cancel));
            try {
                return run.start().await();
            } finally {
                current = null;
            }
        }

        private TrialOutcome trained(Trial trial, TrialFolder folder, FinishedRun run, Stopwatch ofTrial) {
            if (!run.result().record().data().hash().equals(table)) {
                throw new DataException(
                        "the table has changed since the search began; search again, in another folder");
            }
            listener.trained(trial, folder.path(), run);
            return new Trained(
                    run.result().results().stream()
                            .map(result -> result.snapshots().size())
                            .toList(),
                    run.validation().model().score(run.plan().metric()),
                    seconds(ofTrial));
        }

        private static double seconds(Stopwatch stopwatch) {
            return stopwatch.passed().toMillis() * 1e-3;
        }
    }
}
