package slope.report.card;

import java.util.List;
import java.util.Optional;
import slope.model.CalibrationSummary;
import slope.model.CalibrationSummary.OfClass;
import slope.model.CalibrationSummary.OfQuantile;
import slope.model.Model;
import slope.report.model.CalibrationFacts;

/// How well a model's probabilities or quantiles agree with what was observed in validation rows.
///
/// @param fitted the temperature that calibrated the probabilities, if one was fitted
/// @param classes each class or label, of two classes the second; none if the file does not know
/// @param quantiles each quantile
public record CardCalibration(Optional<CalibrationFacts> fitted, List<OfClass> classes, List<OfQuantile> quantiles) {
    public CardCalibration {
        classes = List.copyOf(classes);
        quantiles = List.copyOf(quantiles);
    }

    static Optional<CardCalibration> of(Model model) {
        Optional<CalibrationFacts> fitted = CalibrationFacts.of(model);
        Optional<CalibrationSummary> measured = model.record().calibration();
        return fitted.isEmpty() && measured.isEmpty()
                ? Optional.empty()
                : Optional.of(new CardCalibration(
                        fitted,
                        measured.map(CalibrationSummary::classes).orElse(List.of()),
                        measured.map(CalibrationSummary::quantiles).orElse(List.of())));
    }
}
