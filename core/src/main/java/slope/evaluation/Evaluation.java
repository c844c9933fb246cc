package slope.evaluation;

import java.util.Optional;
import slope.internal.table.TargetRows;
import slope.model.Model;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// A model's predictions for the rows of a table, with the actual values and the scores.
///
///     System.out.println(Evaluation.of(model, test));
///
/// The scores estimate how good the model is where it was not trained on the rows.
public final class Evaluation {
    private final Table rows;
    private final Predictions predictions;
    private final Scores scores;

    private Evaluation(Table rows, Predictions predictions, Scores scores) {
        this.rows = rows;
        this.predictions = predictions;
        this.scores = scores;
    }

    /// Predicts the rows of a table that have a value in each target column, and scores them. If
    /// training had a weight column and the table has it, scores are weighted by it. The baseline
    /// is the best constant prediction for these rows: their mean, or their class frequencies.
    ///
    /// @throws slope.table.DataException if a column is missing or holds another kind of value, no
    ///     row can be scored, or a class did not occur in training
    public static Evaluation of(Model model, Table table) {
        Target target = model.target();
        Table rows = table.select(
                TargetRows.of(target.columns().stream().map(table::column).toList()));
        Optional<String> weight =
                model.record().weightColumn().filter(name -> rows.find(name).isPresent());
        double[] weights = RowWeights.of(weight, rows);
        double[] actual = target.actual(rows);
        Predictions predictions = model.predict(rows);
        Predictions baseline = target.baseline(target.constant(rows), rows);
        Scores scores = Scores.of(predictions.against(actual, weights), baseline.against(actual, weights));
        return new Evaluation(rows, predictions, scores);
    }

    /// The rows that were scored, in the order of the table.
    public Table rows() {
        return rows;
    }

    /// The predictions for the [#rows].
    public Predictions predictions() {
        return predictions;
    }

    /// The scores of the predictions and of the baseline.
    public Scores scores() {
        return scores;
    }

    /// One score a line, such as `accuracy 0.9524 (baseline 0.4419)`.
    @Override
    public String toString() {
        return scores.toString();
    }
}
