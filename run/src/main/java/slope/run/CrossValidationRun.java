package slope.run;

import java.util.Optional;
import java.util.function.Consumer;
import slope.fit.CrossValidation;
import slope.fit.FitState;
import slope.internal.file.Destination;
import slope.metric.Metric;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.TableFiles;
import slope.training.EpochReport;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// One cross-validation, from a request to the scores of its folds. The request says how each model is trained;
/// nothing is saved.
///
///     Optional<CrossValidatedTable> scored = CrossValidationRun.of(request, 5, 2).run(fold -> page.show(fold));
public final class CrossValidationRun {
    private final TrainingRequest request;
    private final CrossValidation validation;
    private final int folds;
    private final int repeats;
    private final Cancellation cancellation = new Cancellation();

    private CrossValidationRun(TrainingRequest request, int folds, int repeats) {
        this.request = request;
        this.validation = CrossValidation.of(request.estimator(), folds).repeats(repeats);
        this.folds = folds;
        this.repeats = repeats;
    }

    /// A run that has not begun.
    ///
    /// @param folds at least 2
    /// @param repeats how often folds are drawn, at least once
    /// @throws IllegalArgumentException if the request splits rows by time, holds out test rows, or limits the time
    public static CrossValidationRun of(TrainingRequest request, int folds, int repeats) {
        if (request.estimator().timeLimit().isPresent()) {
            throw new IllegalArgumentException("cross-validation has no time limit; take fewer folds or epochs");
        }
        return new CrossValidationRun(request, folds, repeats);
    }

    /// How many models are fitted.
    public int fits() {
        return validation.fits();
    }

    /// Refuses to write a result over the table.
    ///
    /// @param result the name of a file
    /// @throws slope.table.DataException if it is the file that is read
    public void requireWritable(String result) {
        TableFiles.refuseSame(Destination.named(result).named(), request.table());
    }

    /// Asks the run to end, from any thread: after the next batch.
    public void cancel() {
        cancellation.ask();
    }

    /// Reads the table, fits a model for each fold and scores it.
    ///
    /// @param listener is told of each fold that is scored
    /// @return empty if the run was cancelled
    /// @throws slope.table.DataException if the files or the table cannot be used
    /// @throws slope.training.DivergedException if numbers stopped being finite
    public Optional<CrossValidatedTable> run(Consumer<ScoredFold> listener) {
        Stopwatch stopwatch = Stopwatch.started(System::nanoTime);
        PreparedTraining prepared = PreparedTraining.of(request.withoutOutputs(), stopwatch, ReadListener.NONE);
        Table table = prepared.table();
        // The engine of the plan has the threads that were asked for.
        CrossValidation planned =
                CrossValidation.of(prepared.plan().estimator(), folds).repeats(repeats);
        try {
            CrossValidation.Result result = planned.run(
                    table,
                    TrainingCallbacks.<FitState>by(new Cancelling()),
                    fold -> listener.accept(scored(fold, prepared.plan().metric())));
            return Optional.of(new CrossValidatedTable(
                    request,
                    prepared.plan(),
                    folds,
                    repeats,
                    result,
                    stopwatch.passed().toMillis() * 1e-3));
        } catch (CancelledException early) {
            return Optional.empty();
        }
    }

    private ScoredFold scored(CrossValidation.Fold fold, Metric metric) {
        return new ScoredFold(
                folds * (fold.repeat() - 1) + fold.fold(),
                fits(),
                metric.title(),
                fold.model().scores().getOrDefault(metric, Double.NaN),
                fold.baseline().scores().getOrDefault(metric, Double.NaN));
    }

    private final class Cancelling implements TrainingListener {
        @Override
        public void epochEnded(EpochReport report) {
            endIfAsked();
        }

        @Override
        public void batchEnded(int epoch, int batch, int batches) {
            endIfAsked();
        }

        private void endIfAsked() {
            if (cancellation.isAsked()) {
                throw new CancelledException();
            }
        }
    }
}
