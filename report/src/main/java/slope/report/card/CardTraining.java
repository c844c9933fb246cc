package slope.report.card;

import java.util.Map;
import java.util.Optional;
import slope.report.model.ModelReport.RecordedRows;
import slope.report.model.ModelReport.RecordedTraining;

/// The training of a model.
///
/// @param rows of the table, with its hash
/// @param weightColumn the column that weights rows in training and in scores
/// @param seed of the split, the initial weights and the order of rows
/// @param request what was asked, as `docs/reference/training-request.schema.json` has it
public record CardTraining(
        RecordedRows rows, Optional<String> weightColumn, Optional<Long> seed, Optional<Map<String, Object>> request) {

    static CardTraining of(RecordedTraining training) {
        return new CardTraining(
                training.rows(),
                training.weightColumn(),
                training.settings().get("seed") instanceof Long seed ? Optional.of(seed) : Optional.empty(),
                training.request());
    }
}
