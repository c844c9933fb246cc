package slope.cli.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.data.CategoryColumn;
import slope.data.Column;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.model.Model;
import slope.model.Predictions;
import slope.model.TrainedModel;

/// A row of predictions for each row of the file, in its order.
///
/// Columns: `row` (from 1), `part` (training, validation, or unlabelled where the target is
/// missing), `actual` as the file has it, `prediction`, and for classes the probability of each as
/// `probability_NAME`.
final class PredictionsTable {
    private PredictionsTable() {}

    static Table of(Table table, TrainedModel trained) {
        Model model = trained.model();
        Predictions predictions = model.predict(table);
        List<Column> columns = new ArrayList<>();
        columns.add(rowNumbers(table.rows()));
        columns.add(parts(table.rows(), trained));
        columns.add(table.column(model.target().column()).renamed("actual"));
        switch (predictions) {
            case Predictions.Classes classes -> {
                columns.add(likeliest(classes));
                for (int index = 0; index < classes.classes().size(); index++) {
                    columns.add(probabilities(classes, index));
                }
            }
            case Predictions.Numbers numbers -> columns.add(values(numbers));
        }
        return new Table(columns);
    }

    private static Column rowNumbers(int rows) {
        NumberColumn.Builder column = new NumberColumn.Builder("row");
        for (int row = 1; row <= rows; row++) {
            column.add(row);
        }
        return column.build();
    }

    private static Column parts(int rows, TrainedModel trained) {
        String[] parts = new String[rows];
        Arrays.fill(parts, "unlabelled");
        for (int row : trained.preparation().split().training()) {
            parts[row] = "training";
        }
        for (int row : trained.preparation().split().validation()) {
            parts[row] = "validation";
        }
        return CategoryColumn.of("part", parts);
    }

    private static Column likeliest(Predictions.Classes classes) {
        CategoryColumn.Builder column = new CategoryColumn.Builder("prediction");
        for (int row = 0; row < classes.rows(); row++) {
            column.add(classes.text(row));
        }
        return column.build();
    }

    private static Column probabilities(Predictions.Classes classes, int index) {
        NumberColumn.Builder column =
                new NumberColumn.Builder("probability_" + classes.classes().get(index));
        for (int row = 0; row < classes.rows(); row++) {
            column.add(classes.probability(row, index));
        }
        return column.build();
    }

    private static Column values(Predictions.Numbers numbers) {
        NumberColumn.Builder column = new NumberColumn.Builder("prediction");
        for (int row = 0; row < numbers.rows(); row++) {
            column.add(numbers.value(row));
        }
        return column.build();
    }
}
