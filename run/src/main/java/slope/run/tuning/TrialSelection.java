package slope.run.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.selection.Candidate;
import slope.fit.selection.Selection;
import slope.internal.table.TargetRows;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.run.RecordedRequest;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;
import slope.run.tuning.FinishedTuning.FinishedTrial;
import slope.run.tuning.TrialOutcome.Failed;
import slope.run.tuning.TrialOutcome.Trained;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.TableFiles;

/// The selection among the finished trials of a search.
final class TrialSelection {
    /// The maximum rows that the file's predictions are compared in.
    private static final int COMPARED_ROWS = 1_000;

    private final TuningRequest request;
    private final FitPlan plan;
    private final List<Tuning.Ended> trials;
    private final List<Integer> candidatesOfTrials = new ArrayList<>();
    private final Optional<TrainingRequest> recorded;
    private final String table;
    private final Selection selection;

    private TrialSelection(TuningRequest request, FitPlan plan, List<Tuning.Ended> trials, TuningListener listener) {
        this.request = request;
        this.plan = plan;
        this.trials = trials;
        this.table = plan.rows().fingerprint();
        List<Candidate> candidates = new ArrayList<>();
        Optional<TrainingRequest> first = Optional.empty();
        for (Tuning.Ended each : trials) {
            int before = candidates.size();
            if (each.outcome() instanceof Trained trained) {
                ModelFile file = read(each.folder());
                candidates.addAll(each.folder().candidates(each.trial(), trained, file));
                first = first.or(
                        () -> RecordedRequest.of(file, each.folder().model().toString()));
            }
            candidatesOfTrials.add(candidates.size() - before);
        }
        this.recorded = first;
        requireCandidates(candidates);
        listener.selecting(candidates.size());
        this.selection = Selection.of(plan, candidates);
    }

    private ModelFile read(TrialFolder folder) {
        ModelFile file = ModelFile.read(folder.model());
        if (!file.model().record().data().hash().equals(table)) {
            throw new DataException(
                    "%s was trained on another table; search in another folder".formatted(folder.path()));
        }
        return file;
    }

    /// @throws DataException if no trial gave a model, or one is of another table
    static TrialSelection of(TuningRequest request, FitPlan plan, List<Tuning.Ended> trials, TuningListener listener) {
        return new TrialSelection(request, plan, trials, listener);
    }

    private void requireCandidates(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw new DataException(trials.stream()
                    .map(Tuning.Ended::outcome)
                    .filter(Failed.class::isInstance)
                    .findFirst()
                    .map(failed -> "no trial gave a model: " + ((Failed) failed).sentence())
                    .orElse("no trial has ended in time; give the search more time"));
        }
    }

    /// Saves the selected model, if it is to be saved, and scores it.
    ///
    /// @param stopwatch of the search
    FinishedTuning finished(Stopwatch stopwatch) {
        Model model = selection.recorded(table);
        request.training().model().ifPresent(file -> save(model, file));
        return new FinishedTuning(
                request,
                counted(),
                selection,
                model,
                test(model),
                stopwatch.passed().toMillis() * 1e-3);
    }

    /// With the request of the training as a trial recorded it, which tells how the table is read.
    private void save(Model model, Path file) {
        Optional<String> training = recorded.map(
                each -> each.estimator(request.training().estimator()).toJsonLine());
        new ModelFile(model, Provenance.ofThisVersion(training)).write(file, read -> requireSame(model, read.model()));
    }

    private void requireSame(Model model, Model read) {
        Table training = plan.first().training();
        Table rows = training.select(
                IntStream.range(0, Math.min(COMPARED_ROWS, training.rows())).toArray());
        if (!predictions(read, rows).equals(predictions(model, rows))) {
            throw new IllegalStateException("the file's predictions differ from those of the model");
        }
    }

    private static String predictions(Model model, Table rows) {
        return Fingerprint.of(new Table(PredictionColumns.of(model.predict(rows), Probabilities.SHOWN)));
    }

    private List<FinishedTrial> counted() {
        List<FinishedTrial> counted = new ArrayList<>();
        int first = 0;
        for (int index = 0; index < trials.size(); index++) {
            int end = first + candidatesOfTrials.get(index);
            int count = selection.counts().subList(first, end).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            counted.add(new FinishedTrial(
                    trials.get(index).trial(), trials.get(index).outcome(), count));
            first = end;
        }
        return counted;
    }

    private Optional<Scores> test(Model model) {
        TrainingRequest training = request.training();
        return training.test()
                .map(source -> TableFiles.read(
                        source, training.reading().asIn(plan.rows().table()), ReadListener.NONE))
                .map(rows -> selection.scores(
                        model,
                        rows.select(TargetRows.of(plan.target().columns().stream()
                                .map(rows::column)
                                .toList()))))
                .or(() -> plan.rows().test().map(rows -> selection.scores(model, rows)));
    }
}
