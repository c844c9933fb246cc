package slope.report.card;

import java.util.Optional;
import slope.report.model.ModelReport;
import slope.report.model.TargetFacts;

/// What a model is.
///
/// @param file its name
/// @param lastChanged the day of the file's last change in UTC, such as `2026-11-29`; a model has no date within
/// @param slope the version of Slope that wrote the file, if Slope did
/// @param hash of the model: columns, target, layers and parameters, SHA-256 in hexadecimal
/// @param parameters the numbers that training changed
/// @param task what it predicts
public record CardModel(
        String file,
        Optional<String> lastChanged,
        Optional<String> slope,
        String hash,
        long parameters,
        TargetFacts task) {

    static CardModel of(ModelReport report, String name, Optional<String> lastChanged) {
        return new CardModel(
                name,
                lastChanged,
                report.file().slope(),
                report.file().hash(),
                report.file().parameters().count(),
                report.task());
    }
}
