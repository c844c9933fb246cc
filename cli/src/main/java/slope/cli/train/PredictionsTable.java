package slope.cli.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.data.CategoryColumn;
import slope.data.Column;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.evaluation.Predictions;
import slope.model.PreparedTraining;
import slope.model.TrainedModel;

/// A row of predictions for each row of the file, in its order.
///
/// Columns: `row` (from 1), `part` (training, validation, or unlabelled where the target is missing),
/// then what was predicted. A class: `actual` as the file has it, `prediction`, and the probability of
/// each as `probability_NAME`. A number or count: `actual` and `prediction`. Several columns:
/// `actual_COLUMN` and `prediction_COLUMN`, of labels also `probability_COLUMN`. Quantiles: `actual` and
/// `prediction_SHARE`.
final class PredictionsTable {
    private PredictionsTable() {}

    static Table of(Table table, TrainedModel trained) {
        Predictions predictions = trained.model().predict(table);
        List<Column> columns = new ArrayList<>();
        columns.add(rowNumbers(table.rows()));
        columns.add(parts(table.rows(), trained.preparation()));
        List<String> targets = trained.model().target().columns();
        for (String name : targets) {
            columns.add(table.column(name).renamed(targets.size() == 1 ? "actual" : "actual_" + name));
        }
        switch (predictions) {
            case Predictions.Classes classes -> {
                columns.add(texts(classes, 0, "prediction"));
                for (int index = 0; index < classes.classes().size(); index++) {
                    int number = index;
                    columns.add(numbers(
                            "probability_" + classes.classes().get(index),
                            classes.rows(),
                            row -> classes.probability(row, number)));
                }
            }
            case Predictions.Labels labels -> {
                for (int index = 0; index < labels.names().size(); index++) {
                    int number = index;
                    String name = labels.names().get(index);
                    columns.add(texts(labels, index, "prediction_" + name));
                    columns.add(numbers("probability_" + name, labels.rows(), row -> labels.probability(row, number)));
                }
            }
            case Predictions.Numbers numbers -> {
                for (int index = 0; index < numbers.names().size(); index++) {
                    int number = index;
                    String name = numbers.names().size() == 1
                            ? "prediction"
                            : "prediction_" + numbers.names().get(index);
                    columns.add(numbers(name, numbers.rows(), row -> numbers.value(row, number)));
                }
            }
            case Predictions.Quantiles quantiles -> {
                for (int index = 0; index < quantiles.levels().size(); index++) {
                    int number = index;
                    String name =
                            "prediction_" + NumberColumn.text(quantiles.levels().get(index));
                    columns.add(numbers(name, quantiles.rows(), row -> quantiles.value(row, number)));
                }
            }
        }
        return new Table(columns);
    }

    private static Column rowNumbers(int rows) {
        return numbers("row", rows, row -> row + 1);
    }

    private static Column parts(int rows, PreparedTraining preparation) {
        String[] parts = new String[rows];
        Arrays.fill(parts, "unlabelled");
        preparation.members().forEach(member -> {
            for (int row : member.split().training()) {
                parts[preparation.rows().numberInTable(row)] = "training";
            }
        });
        if (preparation.members().size() == 1) {
            for (int row : preparation.members().getFirst().split().validation()) {
                parts[preparation.rows().numberInTable(row)] = "validation";
            }
        }
        return CategoryColumn.of("part", parts);
    }

    private static Column texts(Predictions predictions, int index, String name) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name);
        for (int row = 0; row < predictions.rows(); row++) {
            column.add(predictions.text(row, index));
        }
        return column.build();
    }

    private interface RowNumber {
        double of(int row);
    }

    private static Column numbers(String name, int rows, RowNumber number) {
        NumberColumn.Builder column = new NumberColumn.Builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(number.of(row));
        }
        return column.build();
    }
}
