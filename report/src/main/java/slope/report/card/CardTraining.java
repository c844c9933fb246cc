package slope.report.card;

import java.util.Map;
import java.util.Optional;
import slope.model.FitRecord;
import slope.report.model.ModelReport.RecordedRows;
import slope.report.model.ModelReport.RecordedTraining;

/// The training of a model.
///
/// @param rows of the table, with its hash
/// @param weightColumn the column that weights rows in training and in scores
/// @param seed of the split, the initial weights and the order of rows
/// @param request what was asked, as `docs/reference/training-request.schema.json` has it
/// @param selection which of several trainings the model was selected among, and how often each counts; empty for the
///     model of a single one
/// @param interrupted where the training was ended, such as `in epoch 3 of 5`; empty if it came to its end
public record CardTraining(
        RecordedRows rows,
        Optional<String> weightColumn,
        Optional<Long> seed,
        Optional<Map<String, Object>> request,
        Optional<String> selection,
        Optional<String> interrupted) {

    static CardTraining of(RecordedTraining training) {
        return new CardTraining(
                training.rows(),
                training.weightColumn(),
                training.settings().get("seed") instanceof Long seed ? Optional.of(seed) : Optional.empty(),
                training.request(),
                note(training, FitRecord.SELECTION),
                note(training, FitRecord.INTERRUPTED));
    }

    private static Optional<String> note(RecordedTraining training, String name) {
        return training.settings().get(name) instanceof String note ? Optional.of(note) : Optional.empty();
    }
}
