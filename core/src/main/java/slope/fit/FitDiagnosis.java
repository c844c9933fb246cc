package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.evaluation.Calibrations;
import slope.evaluation.ScoreIntervals;
import slope.metric.ScoredRows;
import slope.model.CalibrationSummary;
import slope.model.Model;
import slope.model.ScoreBounds;
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
                rows, model.columns().keySet(), scored(), group(), plan.estimator().seed());
    }

    private ScoredRows scored() {
        return scorer.scored(outOfFold.predictions(), rows);
    }

    private Optional<String> group() {
        return plan.estimator().rows().group();
    }

    /// The bounds of validation and test scores; empty if there is too little time.
    ///
    /// @param most rows that there is time to predict
    Optional<ScoreBounds> bounds(Model model, int most) {
        Optional<Table> test = plan.rows().test();
        if (rows.rows() + test.map(Table::rows).orElse(0) > most / PREDICTIONS_OF_SAMPLES) {
            return Optional.empty();
        }
        return Optional.of(new ScoreBounds(
                bounds(scorer.intervals(outOfFold.predictions(), rows, group())),
                test.map(held -> bounds(scorer.intervals(model.predict(held), held, group())))
                        .orElse(List.of())));
    }

    private static List<ScoreBounds.Bounds> bounds(ScoreIntervals intervals) {
        List<ScoreBounds.Bounds> bounds = new ArrayList<>();
        intervals.intervals().forEach((metric, interval) -> {
            if (Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
                bounds.add(new ScoreBounds.Bounds(metric.title(), interval.low(), interval.high()));
            }
        });
        return bounds;
    }
}
