package slope.evaluation;

import java.util.Optional;
import slope.model.Model;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;
import slope.target.TargetRows;

/// A model's predictions of rows beside what is true of them.
///
///     System.out.println(Evaluation.of(model, test));
///
/// The scores say what the model is worth where the rows had no part in its training.
public final class Evaluation {
    private final Table rows;
    private final Predictions predictions;
    private final Scores scores;

    private Evaluation(Table rows, Predictions predictions, Scores scores) {
        this.rows = rows;
        this.predictions = predictions;
        this.scores = scores;
    }

    /// Predicts the rows of a table that have a value in each column to predict, and scores them. A
    /// column that weighted the rows of the training weights these, if the table has it. The baseline
    /// is the best that looks at no input: the mean of these rows, or how often each class is among
    /// them.
    ///
    /// @throws slope.table.DataException if a column is missing or holds another kind of value, no row
    ///     can be scored, or a class was not there in training
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

    /// What is predicted for each of the [#rows].
    public Predictions predictions() {
        return predictions;
    }

    /// How good the predictions are, and those of the baseline beside them.
    public Scores scores() {
        return scores;
    }

    /// A score in each line, as in `accuracy 0.9524 (baseline 0.4419)`.
    @Override
    public String toString() {
        return scores.toString();
    }
}
