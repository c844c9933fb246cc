package slope.report.comparison;

import java.util.List;
import java.util.Optional;
import slope.evaluation.Evaluation;
import slope.model.Model;
import slope.report.comparison.ComparedModels.LearnedRows;
import slope.run.ModelAndRows;
import slope.run.RecordedRequest;
import slope.table.Table;

/// Rows as one of two models reads them: each reads cells as in its training.
final class ReadRows {
    private final ModelAndRows given;
    private final Model model;
    private final Table table;
    private final Evaluation evaluation;

    /// @param weight the column that weights scores, the same for both models
    /// @param besides columns that are needed besides those that the model reads
    ReadRows(ModelAndRows given, Optional<String> weight, List<String> besides) {
        this.given = given;
        Model saved = given.model().model();
        this.model = saved.with(saved.record().weightColumn(weight));
        this.table = given.table(besides);
        this.evaluation = Evaluation.of(model, table, given.rowsName());
    }

    Model model() {
        return model;
    }

    Table table() {
        return table;
    }

    /// Of all rows with a target.
    Evaluation evaluation() {
        return evaluation;
    }

    /// Of some of them.
    Evaluation evaluation(int[] rows) {
        return Evaluation.of(model, evaluation.rows().select(rows), given.rowsName());
    }

    boolean areTrainedOn() {
        return RecordedRequest.isTrainedOn(given.model(), table);
    }

    /// Rows that the training had as well, if any are found.
    Optional<LearnedRows> learned() {
        return RecordedRequest.overlap(given.model(), table)
                .map(overlap -> new LearnedRows(given.path().toString(), overlap));
    }
}
