package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.evaluation.Calibration;
import slope.evaluation.ConfusionMatrix;
import slope.metric.Metrics;
import slope.onnx.ModelFile;
import slope.run.RecordedRequest;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.target.Target;

/// The evaluation of a model on some rows, computed once for every kind of report.
///
/// @param source the model and the rows
/// @param predictions for the others
/// @param actual the actual values, as [slope.target.Target#actual] has them: rows × columns
/// @param weighting the weights of rows in the scores
/// @param metrics the scores
/// @param confusion the confusion matrix, if classes are predicted
/// @param outputs the scores of each output, where there are several
/// @param outcomes one for each class or label; none for numbers
/// @param amounts the predicted numbers; none for classes and labels
/// @param quantiles the calibration of each quantile; none for other predictions
@SuppressWarnings("exports")
public record Evaluation(
        Source source,
        Predictions predictions,
        List<Double> actual,
        Weighting weighting,
        Metrics metrics,
        Optional<ConfusionMatrix> confusion,
        List<OutputScores> outputs,
        List<Outcome> outcomes,
        List<Amount> amounts,
        List<Amount.Quantile> quantiles) {

    public Evaluation {
        actual = List.copyOf(actual);
        outputs = List.copyOf(outputs);
        outcomes = List.copyOf(outcomes);
        amounts = List.copyOf(amounts);
        quantiles = List.copyOf(quantiles);
    }

    public static Evaluation of(ModelFile saved, String file, Table table) {
        Target target = saved.model().target();
        Table rows = table.select(rowsWithAnswer(target, table, file));
        Weighting weighting = Weighting.of(saved, rows, file);
        Predictions predictions = saved.model().predict(rows);
        double[] actual = target.actual(rows);
        List<Double> truth = Arrays.stream(actual).boxed().toList();
        Optional<ConfusionMatrix> confusion =
                predictions instanceof ClassPredictions classes && target instanceof Classes known
                        ? Optional.of(ConfusionMatrix.of(classes, known, rows))
                        : Optional.empty();
        boolean isOfTraining = RecordedRequest.isTrainedOn(saved, table);
        return new Evaluation(
                new Source(saved, file, table.rows() - rows.rows(), isOfTraining),
                predictions,
                truth,
                weighting,
                predictions.scores(actual, weighting.array()),
                confusion,
                OutputScores.of(predictions, truth, weighting.array()),
                outcomes(predictions, actual),
                Amount.of(predictions, truth),
                Amount.quantiles(predictions, truth));
    }

    int rows() {
        return predictions.rows();
    }

    /// The model and the rows that it is evaluated on.
    ///
    /// @param saved the model and its record
    /// @param file the rows' file as it was named
    /// @param rowsLeftOut the number of rows without a target
    /// @param isOfTraining whether this is the very table that the model was trained on
    record Source(ModelFile saved, String file, int rowsLeftOut, boolean isOfTraining) {
        /// What a person has to know before they trust the scores.
        Optional<String> sentence() {
            return isOfTraining
                    ? Optional.of("The model was trained on this table: these are training scores, which say little"
                            + " about other rows.")
                    : Optional.empty();
        }
    }

    ModelFile saved() {
        return source.saved;
    }

    String file() {
        return source.file;
    }

    /// A class or label with its probabilities and its occurrence.
    ///
    /// @param name of the class or label
    /// @param probabilities for each row
    /// @param happened whether it occurred, for each row
    record Outcome(String name, List<Double> probabilities, List<Boolean> happened) {
        Outcome {
            probabilities = List.copyOf(probabilities);
            happened = List.copyOf(happened);
        }

        double[] probabilityArray() {
            return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        }

        boolean[] happenedArray() {
            boolean[] array = new boolean[happened.size()];
            for (int row = 0; row < array.length; row++) {
                array[row] = happened.get(row);
            }
            return array;
        }

        Calibration calibration() {
            return Calibration.of(probabilityArray(), happenedArray());
        }
    }

    private static int[] rowsWithAnswer(Target target, Table table, String file) {
        List<Column> columns = target.columns().stream().map(table::column).toList();
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        if (rows.length == 0) {
            throw new DataException("%s has no value for %s in any row; there is nothing to score"
                    .formatted(file, String.join(", ", target.columns())));
        }
        return rows;
    }

    /// Of two classes the second one's probability is enough.
    private static List<Outcome> outcomes(Predictions predictions, double[] actual) {
        List<Outcome> outcomes = new ArrayList<>();
        switch (predictions) {
            case ClassPredictions classes -> {
                int count = classes.classes().size();
                for (int index = count == 2 ? 1 : 0; index < count; index++) {
                    int number = index;
                    outcomes.add(new Outcome(
                            classes.classes().get(index),
                            rows(classes, row -> classes.probability(row, number)),
                            happened(classes, row -> actual[row] == number)));
                }
            }
            case LabelPredictions labels -> {
                int count = labels.names().size();
                for (int index = 0; index < count; index++) {
                    int number = index;
                    outcomes.add(new Outcome(
                            labels.names().get(index),
                            rows(labels, row -> labels.probability(row, number)),
                            happened(labels, row -> actual[row * count + number] == 1)));
                }
            }
            case NumberPredictions numberPredictions -> {}
            case QuantilePredictions quantilePredictions -> {}
        }
        return outcomes;
    }

    private static List<Double> rows(Predictions predictions, IntToDoubleFunction value) {
        return IntStream.range(0, predictions.rows()).mapToDouble(value).boxed().toList();
    }

    private static List<Boolean> happened(Predictions predictions, IntPredicate value) {
        return IntStream.range(0, predictions.rows()).mapToObj(value::test).toList();
    }
}
