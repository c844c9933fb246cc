package slope.evaluation;

import java.util.List;
import java.util.Optional;
import slope.metric.ScoredRows;
import slope.model.CalibrationSummary;
import slope.model.CalibrationSummary.Brier;
import slope.model.CalibrationSummary.OfClass;
import slope.model.CalibrationSummary.OfQuantile;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// The calibration of predictions as a model keeps it.
public final class Calibrations {
    /// Of more, nobody reads the numbers.
    private static final int MOST_CLASSES = 50;

    private Calibrations() {}

    /// The calibration of each class, label or quantile.
    ///
    /// @param scored the same predictions beside the actual values
    /// @return empty for numbers, which have none, for more than 50 classes, and where something is not finite
    public static Optional<CalibrationSummary> summary(Predictions predictions, ScoredRows scored) {
        return switch (predictions) {
            case ClassPredictions classes -> classes(classes.classes(), scored);
            case LabelPredictions labels -> classes(labels.names(), scored);
            case QuantilePredictions ignored ->
                Optional.of(new CalibrationSummary(
                        List.of(),
                        QuantileCalibration.of(scored).stream()
                                .map(each -> new OfQuantile(each.level(), each.observed()))
                                .toList()));
            case NumberPredictions ignored -> Optional.empty();
        };
    }

    private static Optional<CalibrationSummary> classes(List<String> names, ScoredRows scored) {
        if (names.size() > MOST_CLASSES) {
            return Optional.empty();
        }
        boolean areTwo = scored.form() == ScoredRows.Form.CLASSES && names.size() == 2;
        List<OfClass> classes = ClassEvaluation.of(names, scored).stream()
                .skip(areTwo ? 1 : 0)
                .map(each -> of(each.name(), each.calibration()))
                .toList();
        return Optional.of(new CalibrationSummary(classes, List.of()))
                .filter(ignored -> classes.stream().allMatch(Calibrations::isFinite));
    }

    private static boolean isFinite(OfClass each) {
        return Double.isFinite(each.error())
                && Double.isFinite(each.calibratedError())
                && Double.isFinite(each.brier().score());
    }

    private static OfClass of(String name, Calibration calibration) {
        BrierParts brier = calibration.brier();
        return new OfClass(
                name,
                calibration.error(),
                calibration.calibratedError(),
                new Brier(brier.score(), brier.miscalibration(), brier.discrimination(), brier.uncertainty()));
    }
}
