package slope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.evaluation.ScoreIntervals;
import slope.evaluation.Scores;
import slope.explain.PermutedRows;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.model.FitRecord;
import slope.model.Importance;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.TrainingRanges;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.training.Recovery;
import slope.training.TrainingResult;
import slope.training.diagnostics.Health;

/// Trained networks with their plan and their table. [#result] is the part that is kept.
public final class Fit {
    private final FitPlan plan;
    private final List<FitState.Finished> ofFolds;
    private final Optional<FitState.Finished> ofAllRows;
    private final Optional<LinearTrial> linearTrial;

    private Fit(
            FitPlan plan,
            List<FitState.Finished> ofFolds,
            Optional<FitState.Finished> ofAllRows,
            Optional<LinearTrial> linearTrial) {
        this.plan = plan;
        this.ofFolds = List.copyOf(ofFolds);
        this.ofAllRows = ofAllRows;
        this.linearTrial = linearTrial;
    }

    /// The fit of a finished training; empty if no epoch of any network has ended.
    public static Optional<Fit> soFar(FitPlan plan, FitState state) {
        int folds = plan.members().size();
        List<FitState.Finished> networks = new ArrayList<>(state.finished());
        if (networks.size() < folds
                && !state.isOnTrial()) { // a network of all rows is worth nothing before its last epoch
            state.atWork().flatMap(FitState.AtWork::soFar).ifPresent(networks::add);
        }
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fit(
                        plan,
                        networks.subList(0, Math.min(networks.size(), folds)),
                        networks.stream().skip(folds).findFirst(),
                        state.linearTrial()));
    }

    /// The outcome of the trial of a linear part; empty if there was none.
    public Optional<LinearTrial> linearTrial() {
        return linearTrial;
    }

    /// The decisions made before training.
    public FitPlan plan() {
        return plan;
    }

    /// The model: the networks of the best epochs, or the one trained on all rows. Its probabilities are not
    /// calibrated, which takes predictions; those of [FitResult#model] are.
    public Model model() {
        return ofAllRows
                .map(FitState.Finished::model)
                .orElseGet(() -> new Model(ofFolds.stream()
                        .flatMap(each -> each.model().members().stream())
                        .toList()));
    }

    /// The training of each network that has validation rows; fewer than planned if the fit ended
    /// early.
    public List<TrainingResult> results() {
        return ofFolds.stream().map(FitState.Finished::result).toList();
    }

    /// The rows of each of these trainings.
    public List<NetworkPlan> folds() {
        return plan.members().subList(0, ofFolds.size());
    }

    /// The result of each of these trainings on its own.
    List<Model> foldModels() {
        return ofFolds.stream().map(FitState.Finished::model).toList();
    }

    /// The numbers of the networks in the model, from 1 in the order of training: those of all
    /// folds, or the one trained on all rows.
    public List<Integer> networks() {
        return ofAllRows.isPresent()
                ? List.of(ofFolds.size() + 1)
                : IntStream.rangeClosed(1, ofFolds.size()).boxed().toList();
    }

    /// Out-of-fold predictions for the validation rows, with their scores.
    public OutOfFold outOfFold() {
        return OutOfFold.of(this, scorer());
    }

    /// The scores of a linear model on the validation rows: ridge, logistic or Poisson regression, fitted to the
    /// training rows of each fold. Empty for quantiles, and where training went on from a network that has a
    /// linear part.
    public Optional<Metrics> linearScores() {
        return LinearYardstick.scores(folds(), plan.rows().table(), scorer());
    }

    /// Those scores; none where the time is limited, which leaves none for them.
    private Metrics linear() {
        Optional<Metrics> scores = plan.estimator().timeLimit().isEmpty() ? linearScores() : Optional.empty();
        return scores.orElseGet(() -> new Metrics(Map.of()));
    }

    /// How far the scores of test rows depend on which rows were scored.
    ///
    /// @param model that of the [#result]
    public ScoreIntervals intervals(Model model, Table test) {
        return scorer().intervals(
                        model.predict(test), test, plan.estimator().rows().group());
    }

    /// The health of each network's layers, on some of its training rows.
    public List<Health> health() {
        List<Health> health = new ArrayList<>();
        for (int index = 0; index < ofFolds.size(); index++) {
            FitState.Finished fold = ofFolds.get(index);
            health.add(plan.prepared(index, fold.network()).health(fold.result().network()));
        }
        return health;
    }

    /// The result of the fit, without the table.
    public FitResult result() {
        return result(
                outOfFold(), () -> Integer.MAX_VALUE, Fingerprint.of(plan.rows().whole()));
    }

    /// The result of the fit, with parts of it already computed, or limited because they take long.
    ///
    /// @param mostTrainingRows the maximum number of training rows to score, drawn from the whole
    ///     table; asked before each part that takes long
    /// @param dataHash the hash of the table as it was read; empty if it is not known
    public FitResult result(OutOfFold outOfFold, IntSupplier mostTrainingRows, String dataHash) {
        FitDiagnosis diagnosis = outOfFold.diagnosis(this);
        Model model = diagnosis.withIntervals(outOfFold.completed(model()));
        Optional<Scores> test = plan.rows().test().map(rows -> scorer().scores(model.predict(rows), rows));
        Optional<Importance> importance = importance(outOfFold, mostTrainingRows.getAsInt() / 2);
        Scores training = trainingScores(model, mostTrainingRows.getAsInt());
        FitIntervals intervals = diagnosis.intervals(model, mostTrainingRows.getAsInt());
        FitRecord record = record(dataHash)
                .scores(scores(training, outOfFold.scores(), linear()))
                .test(test.map(Fit::test))
                .importance(importance);
        return new FitResult(
                this, model.with(diagnosis.on(record, model, intervals)), outOfFold, training, test, intervals);
    }

    /// The importance of columns in validation rows, each of which is predicted by networks that were not
    /// trained on it.
    ///
    /// @param most rows that there is time to predict
    private Optional<Importance> importance(OutOfFold outOfFold, int most) {
        FitRecord weighted =
                FitRecord.unknown().weightColumn(plan.estimator().rows().weight());
        List<PermutedRows.Part> parts = new ArrayList<>();
        for (Model fold : foldModels()) {
            parts.add(new PermutedRows.Part(
                    outOfFold.completed(fold).with(weighted),
                    folds().get(parts.size()).validation()));
        }
        return PermutedRows.outOfFold(parts, most, plan.estimator().seed());
    }

    private static List<FitRecord.Score> scores(Scores training, Scores validation, Metrics linear) {
        List<FitRecord.Score> scores = new ArrayList<>();
        validation
                .model()
                .scores()
                .forEach((metric, score) -> scores.add(new FitRecord.Score(
                        metric.title(),
                        orNone(training.model(), metric),
                        score,
                        orNone(validation.baseline(), metric),
                        orNone(linear, metric))));
        return scores;
    }

    /// NaN where the rows have no such score: whole numbers may be among the validation rows alone.
    private static double orNone(Metrics metrics, Metric metric) {
        return metrics.scores().getOrDefault(metric, Double.NaN);
    }

    private static FitRecord.Test test(Scores test) {
        List<FitRecord.TestScore> scores = new ArrayList<>();
        test.model()
                .scores()
                .forEach((metric, score) ->
                        scores.add(new FitRecord.TestScore(metric.title(), score, orNone(test.baseline(), metric))));
        return new FitRecord.Test(test.rows(), scores);
    }

    /// The training scores: those of the first network's training rows, by all networks. They show
    /// how well the networks fit these rows, not how well they generalize.
    private Scores trainingScores(Model model, int most) {
        int[] rows = plan.first().split().training();
        int[] some = Arrays.stream(Health.evenlySpaced(rows.length, Math.min(rows.length, most)))
                .map(row -> rows[row])
                .toArray();
        Table training = plan.rows().table().select(some);
        return scorer().scores(model.predict(training), training);
    }

    RowScorer scorer() {
        return new RowScorer(
                model().target(),
                plan.first().training(),
                plan.estimator().rows().weight(),
                plan.decided().metric());
    }

    /// The record of the fit, without scores, which take time to compute.
    ///
    /// @param dataHash the hash of the table as it was read; empty if it is not known
    public FitRecord record(String dataHash) {
        String recoveries = results().stream()
                .flatMap(result -> result.recoveries().stream())
                .map(Recovery::sentence)
                .collect(Collectors.joining("; "));
        FitRecord planned = recoveries.isEmpty() ? plan.record() : plan.record().with("recovered", recoveries);
        return planned.data(new FitRecord.Data(
                        plan.rows().rowsOfTable(),
                        plan.first().split().training().length,
                        OutOfFold.rowsOf(folds()).length,
                        dataHash,
                        String.join(
                                " ",
                                folds().stream()
                                        .map(fold -> fold.split().fingerprint())
                                        .toList()),
                        Optional.of(RowSketch.of(plan.rows().table(), RowSketch.columns(model())))))
                .classWeights(classWeights())
                .history(results().stream().map(FitRecord.History::of).toList())
                .ranges(TrainingRanges.in(trainingRows(), model().columns().keySet()));
    }

    /// The class weights of each network in the model; snapshots of one training share theirs.
    private List<Map<String, Double>> classWeights() {
        List<Map<String, Double>> weights = new ArrayList<>();
        int number = ofAllRows.isPresent() ? ofFolds.size() : 0;
        for (FitState.Finished each : ofAllRows.map(List::of).orElse(ofFolds)) {
            Map<String, Double> ofNetwork =
                    plan.prepared(number++, each.network()).classWeights();
            weights.addAll(Collections.nCopies(each.result().snapshots().size(), ofNetwork));
        }
        return weights.stream().allMatch(Map::isEmpty) ? List.of() : weights;
    }

    /// The rows that some network was trained on: all of them with folds or a refit.
    private Table trainingRows() {
        return ofFolds.size() == 1 && !plan.isRefitted()
                ? plan.first().training()
                : plan.rows().table();
    }
}
