package slope.fit;

import java.util.Optional;
import slope.evaluation.Calibrations;
import slope.metric.ScoredRows;
import slope.model.CalibrationSummary;
import slope.model.Model;
import slope.model.Slices;
import slope.slice.SliceFinder;
import slope.table.Table;

/// What out-of-fold predictions tell about a model: where its losses are large, how well it is calibrated, and
/// how far its scores depend on which rows were scored.
final class FitDiagnosis {
    /// Rows that are predicted in the time that the samples of a row take, about.
    private static final int PREDICTIONS_OF_SAMPLES = 50;

    private final FitPlan plan;
    private final RowScorer scorer;
    private final OutOfFold outOfFold;
    private final Table rows; // those predicted out of fold

    FitDiagnosis(Fit fit, OutOfFold outOfFold) {
        this.plan = fit.plan();
        this.scorer = fit.scorer();
        this.outOfFold = outOfFold;
        this.rows = plan.rows().table().select(OutOfFold.rowsOf(fit.folds()));
    }

    Optional<CalibrationSummary> calibration() {
        return Calibrations.summary(outOfFold.predictions(), scored());
    }

    /// @param model whose columns describe slices
    Optional<Slices> slices(Model model) {
        return SliceFinder.find(
                rows,
                model.columns().keySet(),
                scored(),
                group(),
                plan.estimator().seed());
    }

    private ScoredRows scored() {
        return scorer.scored(outOfFold.predictions(), rows);
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
                Optional.of(scorer.intervals(outOfFold.predictions(), rows, group())),
                test.map(held -> scorer.intervals(model.predict(held), held, group())));
    }
}
