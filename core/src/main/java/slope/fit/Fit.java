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
import slope.evaluation.Scores;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.training.Recovery;
import slope.training.TrainingResult;
import slope.training.diagnostics.Health;

/// Trained networks beside the plan and the table that they come from. [#result] is what stays of it.
public final class Fit {
    private final FitPlan plan;
    private final List<FitState.Finished> ofFolds;
    private final Optional<FitState.Finished> ofAllRows;

    private Fit(FitPlan plan, List<FitState.Finished> ofFolds, Optional<FitState.Finished> ofAllRows) {
        this.plan = plan;
        this.ofFolds = List.copyOf(ofFolds);
        this.ofAllRows = ofAllRows;
    }

    /// What a training has come to; empty if no epoch of any network has ended.
    public static Optional<Fit> soFar(FitPlan plan, FitState state) {
        int folds = plan.members().size();
        List<FitState.Finished> networks = new ArrayList<>(state.finished());
        if (networks.size() < folds) { // a network of all rows is worth nothing before its last epoch
            state.atWork().flatMap(FitState.AtWork::soFar).ifPresent(networks::add);
        }
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fit(
                        plan,
                        networks.subList(0, Math.min(networks.size(), folds)),
                        networks.stream().skip(folds).findFirst()));
    }

    /// What was decided before training.
    public FitPlan plan() {
        return plan;
    }

    /// What predicts: the networks of the best epochs, or the one of all rows.
    public Model model() {
        return ofAllRows
                .map(FitState.Finished::model)
                .orElseGet(() -> new Model(ofFolds.stream()
                        .flatMap(each -> each.model().members().stream())
                        .toList()));
    }

    /// How each training went that has validation rows; fewer than were planned if the fit was ended early.
    public List<TrainingResult> results() {
        return ofFolds.stream().map(FitState.Finished::result).toList();
    }

    /// The rows of each of these trainings.
    public List<NetworkPlan> folds() {
        return plan.members().subList(0, ofFolds.size());
    }

    /// What each of these trainings made by itself.
    List<Model> foldModels() {
        return ofFolds.stream().map(FitState.Finished::model).toList();
    }

    /// The numbers of the networks that make the model, from 1 in the order of training: those of all folds, or
    /// the one of all rows.
    public List<Integer> networks() {
        return ofAllRows.isPresent()
                ? List.of(ofFolds.size() + 1)
                : IntStream.rangeClosed(1, ofFolds.size()).boxed().toList();
    }

    /// Predictions for the validation rows, each by the networks that were not trained on it, and their scores.
    public OutOfFold outOfFold() {
        return OutOfFold.of(this, scorer());
    }

    /// The scores of rows that had no part in the training.
    public Scores testScores(Table test) {
        return scorer().scores(model().predict(test), test);
    }

    /// How the layers of each network do, by some of its training rows.
    public List<Health> health() {
        List<Health> health = new ArrayList<>();
        for (int index = 0; index < ofFolds.size(); index++) {
            FitState.Finished fold = ofFolds.get(index);
            health.add(plan.prepared(index, fold.network()).health(fold.result().network()));
        }
        return health;
    }

    /// What stays of the fit, without the table.
    public FitResult result() {
        return result(
                outOfFold(), () -> Integer.MAX_VALUE, Fingerprint.of(plan.rows().whole()));
    }

    /// What stays of the fit, where parts of it are known or would take long.
    ///
    /// @param mostTrainingRows how many training rows are scored at most, from all over the table; asked last
    /// @param dataHash the fingerprint of the table as it was read; empty if it is not known
    public FitResult result(OutOfFold outOfFold, IntSupplier mostTrainingRows, String dataHash) {
        Optional<Scores> test = plan.rows().test().map(this::testScores);
        Scores training = trainingScores(mostTrainingRows.getAsInt());
        FitRecord record =
                record(dataHash).scores(scores(training, outOfFold.scores())).test(test.map(Fit::test));
        return new FitResult(this, outOfFold, training, test, record);
    }

    private static List<FitRecord.Score> scores(Scores training, Scores validation) {
        List<FitRecord.Score> scores = new ArrayList<>();
        validation
                .model()
                .scores()
                .forEach((metric, score) -> scores.add(new FitRecord.Score(
                        metric.title(),
                        training.model().score(metric),
                        score,
                        validation.baseline().score(metric))));
        return scores;
    }

    private static FitRecord.Test test(Scores test) {
        List<FitRecord.TestScore> scores = new ArrayList<>();
        test.model()
                .scores()
                .forEach((metric, score) -> scores.add(new FitRecord.TestScore(
                        metric.title(), score, test.baseline().score(metric))));
        return new FitRecord.Test(test.rows(), scores);
    }

    /// The scores of training rows of the first network, by all networks. They say how well the rows were learned
    /// by heart, and nothing of others.
    private Scores trainingScores(int most) {
        int[] rows = plan.first().split().training();
        int[] some = Arrays.stream(Health.spread(rows.length, Math.min(rows.length, most)))
                .map(row -> rows[row])
                .toArray();
        Table training = plan.rows().table().select(some);
        return scorer().scores(model().predict(training), training);
    }

    RowScorer scorer() {
        return new RowScorer(
                model().target(),
                plan.first().training(),
                plan.estimator().rows().weight(),
                plan.decided().metric());
    }

    /// The record of the fit, without scores, which take time.
    ///
    /// @param dataHash the fingerprint of the table as it was read; empty if it is not known
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
                                        .toList())))
                .classWeights(classWeights())
                .history(results().stream().map(FitRecord.History::of).toList())
                .ranges(TrainingRanges.in(trainingRows(), model().columns().keySet()));
    }

    /// Those of each network of the model; several snapshots of a training share theirs.
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

    /// The rows that some network was trained on: with folds, or a refit, all of them.
    private Table trainingRows() {
        return ofFolds.size() == 1 && !plan.isRefitted()
                ? plan.first().training()
                : plan.rows().table();
    }
}
