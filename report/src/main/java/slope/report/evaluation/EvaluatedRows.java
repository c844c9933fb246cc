package slope.report.evaluation;

import java.util.Optional;
import slope.evaluation.Evaluation;
import slope.internal.text.Numerals;
import slope.model.RaisedExposures;
import slope.model.UnseenValues;
import slope.onnx.ModelFile;
import slope.run.NonFiniteRows;
import slope.run.PredictedRows;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;
import slope.table.Table;

/// The rows that a model was scored on.
///
/// @param file as it was named
/// @param rows that were scored
/// @param rowsWithoutTarget rows that are left out, because no target is known
/// @param trainedOn whether the model was trained on this table, or on most of its rows
/// @param weight the weight column of the training, if it had one
/// @param predicted what to know about their predictions
public record EvaluatedRows(
        String file,
        int rows,
        int rowsWithoutTarget,
        boolean trainedOn,
        Optional<WeightColumn> weight,
        PredictedRows predicted) {

    static EvaluatedRows of(ModelFile saved, String file, Table table, Evaluation evaluation) {
        int rows = evaluation.rows().rows();
        return new EvaluatedRows(
                file,
                rows,
                table.rows() - rows,
                RecordedRequest.isTrainedOn(saved, table),
                RecordedLoss.of(saved)
                        .weightColumn()
                        .map(column ->
                                new WeightColumn(column, table.find(column).isPresent())),
                new PredictedRows(
                        NonFiniteRows.of(evaluation.predictions()),
                        UnseenValues.in(table, saved.model().record().ranges()),
                        RaisedExposures.in(evaluation.rows(), saved.model()),
                        RecordedRequest.overlap(saved, table)));
    }

    /// Such as `342 of penguins.csv, 2 without a target left out`.
    String text() {
        return "%s of %s%s"
                .formatted(
                        Numerals.count(rows),
                        file,
                        rowsWithoutTarget == 0
                                ? ""
                                : ", %s without a target left out".formatted(Numerals.count(rowsWithoutTarget)));
    }

    /// Whether these scores are unweighted, and those of the training were weighted.
    boolean lackWeights() {
        return weight.filter(column -> !column.used()).isPresent();
    }

    /// The column that weighted rows in training.
    ///
    /// @param column its name
    /// @param used whether the rows have it; the scores are weighted by it then
    public record WeightColumn(String column, boolean used) {
        String sentence() {
            return (used
                            ? "Scores are weighted by \"%s\", as in training; matrices, curves, bins and groups count"
                                    + " each row once."
                            : "Training weighted scores by \"%s\", which these rows lack: the scores here are"
                                    + " unweighted and cannot be compared with those of validation.")
                    .formatted(column);
        }
    }
}
