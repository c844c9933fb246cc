package slope.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.evaluation.ScoreIntervals;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.recipe.Settings;
import slope.table.Table;
import slope.target.Predictions;
import slope.training.TrainingResult;

/// A trained model, its scores, and the record of its training. It keeps no row of the table.
///
/// Scores are those of out-of-fold predictions. [Model#predict] is meant for new rows: in a model
/// of several networks, most were trained on any given row of the table.
public final class FitResult {
    private final Model model;
    private final List<TrainingResult> results;
    private final FitDecisions decided;
    private final OutOfFold outOfFold;
    private final Scores trainingScores;
    private final Optional<Scores> testScores;
    private final FitIntervals intervals;
    private final RowScorer scorer;
    private final Optional<LinearTrial> linearTrial;

    FitResult(
            Fit fit,
            Model model,
            OutOfFold outOfFold,
            Scores trainingScores,
            Optional<Scores> testScores,
            FitIntervals intervals) {
        this.model = model;
        this.results = fit.results();
        this.decided = fit.plan().decided();
        this.linearTrial = fit.linearTrial();
        this.outOfFold = outOfFold;
        this.trainingScores = trainingScores;
        this.testScores = testScores;
        this.intervals = intervals;
        this.scorer = fit.scorer();
    }

    /// The model: the networks of the best epochs, or the one trained on all rows.
    public Model model() {
        return model;
    }

    /// The outcome of the trial of a linear part; empty if there was none.
    public Optional<LinearTrial> linearTrial() {
        return linearTrial;
    }

    /// The training of each network that has validation rows.
    public List<TrainingResult> results() {
        return results;
    }

    /// The metric that chose the best epoch.
    public Metric metric() {
        return decided.metric();
    }

    /// Every setting of the training.
    public Settings settings() {
        return decided.settings();
    }

    /// The record of the training, as the model file holds it.
    public FitRecord record() {
        return model.record();
    }

    /// Out-of-fold predictions for the validation rows.
    public OutOfFold outOfFold() {
        return outOfFold;
    }

    /// The out-of-fold scores, with those of the baseline.
    public Scores scores() {
        return outOfFold.scores();
    }

    /// How far the out-of-fold scores depend on which rows were scored; empty if the time was too short.
    public Optional<ScoreIntervals> intervals() {
        return intervals.validation();
    }

    /// The training scores: those of the first network's training rows, by all networks. They show
    /// how well the networks fit these rows, not how well they generalize.
    public Scores trainingScores() {
        return trainingScores;
    }

    /// The scores of the held-out test rows, see [RowSelection#testShare]; empty if there are none.
    public Optional<Scores> testScores() {
        return testScores;
    }

    /// How far the [#testScores] depend on which rows were held out; empty if the time was too short.
    public Optional<ScoreIntervals> testIntervals() {
        return intervals.test();
    }

    /// The scores of rows that were not used in training.
    public Scores testScores(Table test) {
        return scorer.scores(model.predict(test), test);
    }

    /// Predictions for each row of the training table: out of fold for validation rows, by all
    /// networks for others.
    ///
    /// @param table the training table
    public Predictions predictions(Table table) {
        return outOfFold.withOthers(table, model);
    }

    /// The model, then one line for each network's training.
    @Override
    public String toString() {
        return results.stream().map(result -> "\n" + result).collect(Collectors.joining("", model.toString(), ""));
    }
}
