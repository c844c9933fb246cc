package slope.cli.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.cli.predict.PredictionColumns;
import slope.cli.predict.PredictionColumns.Probabilities;
import slope.data.CategoryColumn;
import slope.data.Column;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.evaluation.Predictions;
import slope.model.PreparedMember;
import slope.model.TrainedModel;
import slope.model.UsableRows;

/// A row of predictions for each row of the file, in its order.
///
/// Columns: `row` (from 1), `part` (training, validation, or unlabelled where the target is missing),
/// then `actual` as the file has it (`actual_COLUMN` where several are predicted), and what
/// [PredictionColumns] says.
final class PredictionsTable {
    private PredictionsTable() {}

    static Table of(Table table, TrainedModel trained) {
        Predictions predictions = trained.model().predict(table);
        List<Column> columns = new ArrayList<>();
        columns.add(rowNumbers(table.rows()));
        columns.add(parts(table.rows(), trained));
        List<String> targets = trained.model().target().columns();
        for (String name : targets) {
            columns.add(table.column(name).renamed(targets.size() == 1 ? "actual" : "actual_" + name));
        }
        columns.addAll(PredictionColumns.of(predictions, Probabilities.SHOWN));
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
        UsableRows usable = trained.preparation().rows();
        List<PreparedMember> networks = trained.trained();
        String[] parts = new String[rows];
        Arrays.fill(parts, "unlabelled");
        networks.forEach(member -> {
            for (int row : member.split().training()) {
                parts[usable.numberInTable(row)] = "training";
            }
        });
        if (networks.size() == 1) {
            for (int row : networks.getFirst().split().validation()) {
                parts[usable.numberInTable(row)] = "validation";
            }
        }
        return CategoryColumn.of("part", parts);
    }
}
