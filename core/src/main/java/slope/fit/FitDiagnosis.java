package slope.fit;

import java.util.List;
import java.util.Optional;
import slope.evaluation.Calibrations;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.model.CalibrationSummary;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.Slices;
import slope.slice.SliceFinder;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// What predictions of rows that networks were not trained on tell about a model: where its losses are large,
/// how well it is calibrated, how far its scores depend on which rows were scored, what a linear model reaches,
/// and which score its intervals or sets are made of.
public final class FitDiagnosis {
    /// Rows that are predicted in the time that the samples of a row take, about.
    private static final int PREDICTIONS_OF_SAMPLES = 50;

    private final FitPlan plan;
    private final List<NetworkPlan> folds;
    private final RowScorer scorer;
    private final Predictions predictions;
    private final double[] decoded; // of the rows, calibrated
    private final Table rows; // those predicted out of fold

    private FitDiagnosis(FitPlan plan, int folds, Target target, double[] decoded, Table rows) {
        this.plan = plan;
        this.folds = plan.members().subList(0, folds);
        this.scorer = new RowScorer(
                target, plan.first().training(), plan.estimator().rows().weight(), plan.metric());
        this.predictions = target.predictions(decoded);
        this.decoded = decoded;
        this.rows = rows;
    }

    /// That of predictions.
    ///
    /// @param folds how many of the plan's folds have networks
    /// @param target with its rule of decisions
    /// @param decoded of the rows, calibrated, as [Target#decode] gives them: each of networks that were not
    ///     trained on the row; not copied
    /// @param rows with their targets
    public static FitDiagnosis of(FitPlan plan, int folds, Target target, double[] decoded, Table rows) {
        return new FitDiagnosis(plan, folds, target, decoded, rows);
    }

    /// The model with the intervals or sets that the plan asks for; the same one if it asks for none.
    ///
    /// @param model with all else, as it will predict
    public Model withIntervals(Model model) {
        return ConformalFit.completed(plan, model, decoded, rows);
    }

    /// The scores of a linear model on validation rows of these folds: ridge, logistic or Poisson
    /// regression, fitted to the training rows of each. Empty for quantiles, and where training went on
    /// from a network that has a linear part.
    public Optional<Metrics> linearScores() {
        return LinearYardstick.scores(folds, plan.rows().table(), scorer);
    }

    /// The record with the slices, the calibration and the bounds of scores.
    ///
    /// @param model as it predicts
    public FitRecord on(FitRecord record, Model model) {
        return on(record, model, intervals(model, Integer.MAX_VALUE));
    }

    FitRecord on(FitRecord record, Model model, FitIntervals intervals) {
        return record.slices(slices(model)).calibration(calibration()).bounds(intervals.bounds(group()));
    }

    private Optional<CalibrationSummary> calibration() {
        return Calibrations.summary(predictions, scored());
    }

    /// @param model whose columns describe slices
    private Optional<Slices> slices(Model model) {
        return SliceFinder.find(
                rows,
                model.columns().keySet(),
                scored(),
                group(),
                plan.estimator().seed());
    }

    private ScoredRows scored() {
        return scorer.scored(predictions, rows);
    }

    private Optional<String> group() {
        return plan.estimator().rows().group();
    }

    /// The intervals of validation scores and of those of held-out test rows.
    ///
    /// @param most rows that there is time to predict
    FitIntervals intervals(Model model, int most) {
        Optional<Table> test = plan.rows().test();
        if (rows.rows() + test.map(Table::rows).orElse(0) > most / PREDICTIONS_OF_SAMPLES) {
            return new FitIntervals(Optional.empty(), Optional.empty());
        }
        return new FitIntervals(
                Optional.of(scorer.intervals(predictions, rows, group())),
                test.map(held -> scorer.intervals(model.predict(held), held, group())));
    }
}
