package slope.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.evaluation.Scores;
import slope.metric.Metric;
import slope.model.FitRecord;
import slope.model.Model;
import slope.recipe.Settings;
import slope.table.Table;
import slope.target.Predictions;
import slope.training.TrainingResult;

/// A trained model, its scores, and the record of how it came about. It keeps no row of the table.
///
/// Scores are those of out-of-fold predictions. [Model#predict] is for other rows: of several networks, most were
/// trained on any row of the table.
public final class FitResult {
    private final Model model;
    private final List<TrainingResult> results;
    private final FitDecisions decided;
    private final OutOfFold outOfFold;
    private final Scores trainingScores;
    private final Optional<Scores> testScores;
    private final RowScorer scorer;

    FitResult(Fit fit, OutOfFold outOfFold, Scores trainingScores, Optional<Scores> testScores, FitRecord record) {
        this.model = fit.model().with(record);
        this.results = fit.results();
        this.decided = fit.plan().decided();
        this.outOfFold = outOfFold;
        this.trainingScores = trainingScores;
        this.testScores = testScores;
        this.scorer = fit.scorer();
    }

    /// What predicts: the networks of the best epochs, or the one of all rows.
    public Model model() {
        return model;
    }

    /// How each training went that has validation rows.
    public List<TrainingResult> results() {
        return results;
    }

    /// What chose the best epoch.
    public Metric metric() {
        return decided.metric();
    }

    /// Every setting of the training.
    public Settings settings() {
        return decided.settings();
    }

    /// How the model came about, as its file tells it.
    public FitRecord record() {
        return model.record();
    }

    /// Predictions for the validation rows, each by the networks that were not trained on it.
    public OutOfFold outOfFold() {
        return outOfFold;
    }

    /// The out-of-fold scores, and those of the baseline beside them.
    public Scores scores() {
        return outOfFold.scores();
    }

    /// The scores of training rows of the first network, by all networks. They say how well the rows were learned
    /// by heart, and nothing of others.
    public Scores trainingScores() {
        return trainingScores;
    }

    /// The scores of the test rows that were held out, see [RowSelection#testShare]; empty if none were.
    public Optional<Scores> testScores() {
        return testScores;
    }

    /// The scores of other rows that had no part in the training.
    public Scores testScores(Table test) {
        return scorer.scores(model.predict(test), test);
    }

    /// Predictions for each row of the table that was trained on: for validation rows out of fold, for others by
    /// all networks.
    ///
    /// @param table as it was trained on
    public Predictions predictions(Table table) {
        return outOfFold.withOthers(table, model);
    }

    /// The model, and a network's training in each line.
    @Override
    public String toString() {
        return results.stream().map(result -> "\n" + result).collect(Collectors.joining("", model.toString(), ""));
    }
}
