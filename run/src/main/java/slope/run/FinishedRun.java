package slope.run;

import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import slope.evaluation.ScoreIntervals;
import slope.evaluation.Scores;
import slope.evaluation.SetEvaluation;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.tables.UnusedMissingText;
import slope.training.diagnostics.Health;

/// A training that has ended: the model and its scores, computed once for every kind of report.
public final class FinishedRun implements RunResult {
    private static final Duration RESAMPLING = Duration.ofNanos(500_000); // of a row, on a slow machine

    private final PreparedTraining prepared;
    private final Fit fit;
    private final FitResult result;
    private final Optional<Scores> test;
    private final Optional<ScoreIntervals> testIntervals;
    private final List<SetEvaluation> testSets;
    private final List<Health> health;
    private final double seconds;

    private FinishedRun(PreparedTraining prepared, Fit fit, FitResult result, IntPredicate isTimeFor, double seconds) {
        this.prepared = prepared;
        this.fit = fit;
        this.result = result;
        this.test = prepared.labelledTest().map(result::testScores).or(result::testScores);
        this.testIntervals = prepared.labelledTest()
                .filter(rows -> isTimeFor.test(rows.rows()))
                .map(rows -> fit.intervals(result.model(), rows))
                .or(result::testIntervals);
        this.testSets = testTable()
                .filter(rows -> result.model().conformal().isPresent())
                .map(rows -> SetEvaluation.of(result.model(), result.model().predict(rows), rows))
                .orElse(List.of());
        this.health = fit.health();
        this.seconds = seconds;
    }

    /// Scores the rows of a trained fit.
    ///
    /// @param seconds the training time
    /// @param watch the remaining time for scores; if it is short, fewer training rows are scored
    static FinishedRun of(PreparedTraining prepared, Fit fit, double seconds, TimeWatch watch) {
        var begun = watch.stopwatch().passed();
        var outOfFold = fit.outOfFold();
        var ofRow = watch.stopwatch().passed().minus(begun).dividedBy(outOfFold.rows());
        boolean predicts = prepared.request().predictions().isPresent();
        var ofTrainingRow = ofRow.multipliedBy(fit.networks().size() * (predicts ? 2L : 1));
        FitResult result = fit.result(outOfFold, () -> watch.rowsThatFit(ofTrainingRow), prepared.hash());
        IntPredicate isTimeFor = rows -> rows <= watch.rowsThatFit(RESAMPLING);
        return new FinishedRun(prepared, fit, result, isTimeFor, seconds);
    }

    PreparedTraining prepared() {
        return prepared;
    }

    /// What was asked.
    public TrainingRequest request() {
        return prepared.request();
    }

    /// All rows, as they were read.
    public Table table() {
        return prepared.table();
    }

    /// The test rows that are scored, from a file or held out: those with a target.
    public Optional<Table> testTable() {
        return prepared.labelledTest().or(() -> fit.plan().rows().test());
    }

    /// How many rows of a test file have no target, and no score.
    public int unlabelledTestRows() {
        return prepared.test().map(Table::rows).orElse(0)
                - prepared.labelledTest().map(Table::rows).orElse(0);
    }

    /// Texts of missing values that no cell of the table has.
    public List<UnusedMissingText> unusedMissingTexts() {
        return prepared.read().unused();
    }

    /// Sentences about what was read otherwise than a person may think.
    public List<String> readingNotes() {
        return prepared.read().notes();
    }

    /// The decisions made before training.
    public FitPlan plan() {
        return fit.plan();
    }

    /// The trained networks.
    public Fit fit() {
        return fit;
    }

    /// The model, its scores and its record.
    public FitResult result() {
        return result;
    }

    /// Scores of training rows.
    public Scores training() {
        return result.trainingScores();
    }

    /// Scores of the validation rows, out of fold.
    public Scores validation() {
        return result.scores();
    }

    /// Scores of the test rows, from a file or held out.
    public Optional<Scores> test() {
        return test;
    }

    /// How far the validation scores depend on which rows were scored; empty if the time was too short.
    public Optional<ScoreIntervals> intervals() {
        return result.intervals();
    }

    /// The same of test scores; empty if there are no test rows as well.
    public Optional<ScoreIntervals> testIntervals() {
        return testIntervals;
    }

    /// The intervals or sets of the test rows, for each target column; empty if there are none.
    public List<SetEvaluation> testSets() {
        return testSets;
    }

    /// The scores of a linear model on the validation rows, by metric, see [slope.model.FitRecord.Score]; none for
    /// quantiles, and where the time is limited.
    public Map<String, Double> linear() {
        Map<String, Double> scores = new LinkedHashMap<>();
        result.record().scores().stream()
                .filter(score -> !Double.isNaN(score.linear()))
                .forEach(score -> scores.put(score.metric(), score.linear()));
        return scores;
    }

    /// The health of each network's layers.
    public List<Health> health() {
        return health;
    }

    /// The training time in seconds, without reading.
    public double seconds() {
        return seconds;
    }

    /// The predictions of each row of the table, in its order, and of each row of a test file below
    /// them.
    ///
    /// Columns: `row` (from 1, in its file), `part` (training, validation, test, conformal where intervals
    /// or sets are made of the row, or unlabelled where the target is missing), with a test file `file` (the
    /// one that the row is of), where several networks were trained `networks` (those that predict the row,
    /// from 1: for validation rows the out-of-fold one, for others all of the model), then `observed` as the
    /// file has it (`observed_COLUMN` with several targets), and the columns of [PredictionColumns].
    public Table predictions() {
        Table predicted = PredictionsTable.of(this);
        return request().isForSpreadsheets() ? SpreadsheetText.of(predicted) : predicted;
    }

    /// Writes the [#predictions] as CSV.
    public void writePredictions(Writer text) {
        Table predicted = predictions();
        TableFiles.writeCsv(text, taker -> taker.take(predicted));
    }
}
