package slope.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.metric.ScoredRows;
import slope.model.Model;
import slope.table.Column;
import slope.table.DataException;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.target.Target;

/// A model's predictions for the rows of a table, with the actual values and the scores.
///
///     System.out.println(Evaluation.of(model, test));
///
/// The scores estimate how good the model is where it was not trained on the rows.
public final class Evaluation {
    private final Table rows;
    private final Predictions predictions;
    private final ScoredRows scored;
    private final Scores scores;
    private final List<SetEvaluation> sets;

    private Evaluation(
            Table rows, Predictions predictions, ScoredRows scored, ScoredRows baseline, List<SetEvaluation> sets) {
        this.rows = rows;
        this.predictions = predictions;
        this.scored = scored;
        this.scores = Scores.of(scored, baseline);
        this.sets = List.copyOf(sets);
    }

    /// Predicts the rows of a table that have a value in each target column, and scores them. If
    /// training had a weight column and the table has it, scores are weighted by it. The baseline
    /// is the best constant prediction for these rows: their mean, or their class frequencies.
    ///
    /// @throws DataException if a column is missing or holds another kind of value, no row can be
    ///     scored, or a class did not occur in training
    public static Evaluation of(Model model, Table table) {
        return of(model, table, "the table");
    }

    /// The same of a table that has a name in messages.
    ///
    /// @param name such as that of its file
    /// @throws DataException as [#of(Model, Table)]
    public static Evaluation of(Model model, Table table, String name) {
        Target target = model.target();
        Table rows = table.select(rowsWithTarget(target, table, name));
        Optional<String> weight =
                model.record().weightColumn().filter(column -> rows.find(column).isPresent());
        double[] weights = RowWeights.of(weight, rows);
        if (Arrays.stream(weights).allMatch(each -> each == 0)) {
            throw new DataException("%s has the weight 0 in each row (column \"%s\"); no row is left to score"
                    .formatted(name, weight.orElse("")));
        }
        double[] actual = target.actual(rows);
        Predictions predictions = model.predict(rows);
        Predictions baseline = target.baseline(target.constant(rows), rows);
        return new Evaluation(
                rows,
                predictions,
                predictions.against(actual, weights),
                baseline.against(actual, weights),
                SetEvaluation.of(model, predictions, rows));
    }

    private static int[] rowsWithTarget(Target target, Table table, String name) {
        List<Column> columns = target.columns().stream().map(table::column).toList();
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        if (rows.length == 0) {
            throw new DataException("%s has no value for %s in any row; there is nothing to score"
                    .formatted(name, String.join(", ", target.columns())));
        }
        return rows;
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

    /// Each class or label; none for numbers.
    public List<ClassEvaluation> classes() {
        return switch (predictions) {
            case ClassPredictions classes -> ClassEvaluation.of(classes.classes(), scored);
            case LabelPredictions labels -> ClassEvaluation.of(labels.names(), scored);
            case NumberPredictions numbers -> List.of();
            case QuantilePredictions quantiles -> List.of();
        };
    }

    /// The confusion matrix of classes, or of each label: absent and present. None for numbers.
    public List<ConfusionMatrix> confusion() {
        return switch (predictions) {
            case ClassPredictions classes -> List.of(ConfusionMatrix.of(classes, row -> (int) scored.actual(row)));
            case LabelPredictions labels -> ConfusionMatrix.ofLabels(scored);
            case NumberPredictions numbers -> List.of();
            case QuantilePredictions quantiles -> List.of();
        };
    }

    /// Each predicted number; for quantiles the middle one. None for classes and labels.
    public List<NumberEvaluation> numbers() {
        return switch (predictions) {
            case ClassPredictions classes -> List.of();
            case LabelPredictions labels -> List.of();
            case NumberPredictions numbers -> NumberEvaluation.of(numbers.names(), scored);
            case QuantilePredictions quantiles -> NumberEvaluation.of(quantiles.names(), scored);
        };
    }

    /// The calibration of each quantile; none for other predictions.
    public List<QuantileCalibration> quantiles() {
        return QuantileCalibration.of(scored);
    }

    /// The intervals or sets of each target column; empty if the model has none.
    public List<SetEvaluation> sets() {
        return sets;
    }

    /// One score a line, such as `accuracy 0.9524 (baseline 0.4419)`.
    @Override
    public String toString() {
        return scores.toString();
    }
}
