package slope.report.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.report.model.CalibrationErrors;
import slope.report.model.TargetFacts;

/// How well the probabilities or quantiles of a model agree with what was observed.
final class CalibrationSection {
    private static final String HEADING = "How well it is calibrated";

    private CalibrationSection() {}

    /// Empty where numbers are predicted, which have no calibration.
    static Optional<CardSection> of(CardReport card) {
        TargetFacts task = card.model().task();
        return switch (task.kind()) {
            case BINARY, MULTICLASS, MULTILABEL, QUANTILE ->
                card.quality()
                        .calibration()
                        .map(found -> of(found, task))
                        .or(() -> Optional.of(CardSection.unknown(
                                HEADING, "Not known: the file does not say how predicted and observed agree.")));
            case REGRESSION, COUNT, GAMMA, TWEEDIE -> Optional.empty();
        };
    }

    private static CardSection of(CardCalibration calibration, TargetFacts task) {
        List<CardTable> tables = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        calibration
                .fitted()
                .ifPresent(fitted -> sentences.add(
                        "Probabilities are calibrated by %s, fitted to the validation rows.".formatted(fitted.text())));
        if (!calibration.classes().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(CalibrationErrors.heading(task.classes().isPresent() ? "class" : "label"));
            calibration
                    .classes()
                    .forEach(each -> rows.add(CalibrationErrors.row(
                            each.name(),
                            each.error(),
                            each.calibratedError(),
                            each.brier().score(),
                            each.brier().miscalibration(),
                            each.brier().discrimination(),
                            each.brier().uncertainty())));
            tables.add(new CardTable("Calibration in validation rows", rows));
            sentences.add(CalibrationErrors.SENTENCE);
        }
        if (!calibration.quantiles().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("quantile", "rows up to it"));
            calibration
                    .quantiles()
                    .forEach(each -> rows.add(
                            List.of(Numerals.exact(each.level()), Numerals.fixed(100 * each.observed(), 1) + " %")));
            tables.add(new CardTable("Quantiles in validation rows", rows));
            sentences.add("Of a calibrated quantile, the share of validation rows up to it is its level.");
        }
        return new CardSection(HEADING, tables, sentences, List.of());
    }
}
