package slope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.target.ClassPredictions;
import slope.target.ClassSets;
import slope.target.Intervals;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.PredictionSets;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// Predictions as columns of a table, a row for each.
///
/// A class: `prediction`, and the probability of each as `probability_NAME`. A number or count:
/// `prediction`. Several columns: `prediction_COLUMN`, of labels also `probability_COLUMN`.
/// Quantiles: `prediction_SHARE`. Of a model with intervals also `lower` and `upper`, empty where there is no end, with
/// sets `set`: its classes with semicolons between them; of several columns `lower_COLUMN` and so on.
public final class PredictionColumns {
    private PredictionColumns() {}

    /// Whether classes and labels have their probabilities.
    public enum Probabilities {
        SHOWN,
        LEFT_OUT
    }

    /// The columns of some predictions.
    public static List<Column> of(Predictions predictions, Probabilities probabilities) {
        boolean shown = probabilities == Probabilities.SHOWN;
        List<Column> columns = new ArrayList<>();
        switch (predictions) {
            case ClassPredictions classes -> {
                columns.add(texts(classes, 0, "prediction"));
                for (int index = 0; index < classes.classes().size() && shown; index++) {
                    int number = index;
                    String name = "probability_" + classes.classes().get(index);
                    columns.add(numbers(name, classes.rows(), row -> classes.probability(row, number)));
                }
            }
            case LabelPredictions labels -> {
                for (int index = 0; index < labels.names().size(); index++) {
                    int number = index;
                    String name = labels.names().get(index);
                    columns.add(texts(labels, index, "prediction_" + name));
                    if (shown) {
                        columns.add(
                                numbers("probability_" + name, labels.rows(), row -> labels.probability(row, number)));
                    }
                }
            }
            case NumberPredictions numbers -> {
                for (int index = 0; index < numbers.names().size(); index++) {
                    int number = index;
                    String name = numbers.names().size() == 1
                            ? "prediction"
                            : "prediction_" + numbers.names().get(index);
                    columns.add(numbers(name, numbers.rows(), row -> numbers.value(row, number)));
                }
            }
            case QuantilePredictions quantiles -> {
                for (int index = 0; index < quantiles.levels().size(); index++) {
                    int number = index;
                    String name =
                            "prediction_" + NumberColumn.text(quantiles.levels().get(index));
                    columns.add(numbers(name, quantiles.rows(), row -> quantiles.value(row, number)));
                }
            }
        }
        predictions.sets().ifPresent(sets -> columns.addAll(of(sets, predictions.rows())));
        return columns;
    }

    private static List<Column> of(PredictionSets sets, int rows) {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < sets.columns().size(); index++) {
            int number = index;
            String suffix =
                    sets.columns().size() == 1 ? "" : "_" + sets.columns().get(index);
            switch (sets) {
                case Intervals intervals -> {
                    columns.add(numbers(
                            "lower" + suffix,
                            rows,
                            row -> end(intervals.at(row, number).lower())));
                    columns.add(numbers(
                            "upper" + suffix,
                            rows,
                            row -> end(intervals.at(row, number).upper())));
                }
                case ClassSets classes -> columns.add(texts(classes, rows, number, "set" + suffix));
            }
        }
        return columns;
    }

    /// A cell holds no infinite number: where there is no end, it is empty.
    private static double end(double number) {
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private static Column texts(ClassSets sets, int rows, int index, String name) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(SetText.of(sets.at(row, index)));
        }
        return column.build();
    }

    private static Column texts(Predictions predictions, int index, String name) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name);
        for (int row = 0; row < predictions.rows(); row++) {
            column.add(predictions.text(row, index));
        }
        return column.build();
    }

    private static Column numbers(String name, int rows, IntToDoubleFunction number) {
        NumberColumn.Builder column = new NumberColumn.Builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(number.applyAsDouble(row));
        }
        return column.build();
    }
}
