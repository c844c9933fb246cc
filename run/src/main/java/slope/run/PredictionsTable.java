package slope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import slope.fit.Fit;
import slope.fit.OutOfFold;
import slope.fit.UsableRows;
import slope.run.PredictionColumns.Probabilities;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Predictions;

/// The table of [FinishedRun#predictions].
final class PredictionsTable {
    private final Table table;
    private final Fit fit;
    private final OutOfFold outOfFold;
    private final Predictions predictions;

    private PredictionsTable(FinishedRun run) {
        this.table = run.table();
        this.fit = run.fit();
        this.outOfFold = run.result().outOfFold();
        this.predictions = run.result().predictions(run.table());
    }

    static Table of(FinishedRun run) {
        return new PredictionsTable(run).columns();
    }

    private Table columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(rowNumbers(table.rows()));
        columns.add(parts());
        if (fit.networks().getLast() > 1) {
            columns.add(networks());
        }
        List<String> targets = fit.model().target().columns();
        for (String name : targets) {
            columns.add(table.column(name).renamed(targets.size() == 1 ? "observed" : "observed_" + name));
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

    private Column parts() {
        UsableRows usable = fit.plan().rows();
        String[] parts = new String[table.rows()];
        Arrays.fill(parts, "unlabelled");
        for (int row = 0; row < usable.table().rows(); row++) {
            parts[usable.numberInTable(row)] = "training";
        }
        for (int row : usable.testRows()) {
            parts[row] = "test";
        }
        for (int row = 0; row < outOfFold.rows(); row++) {
            parts[outOfFold.numberInTable(row)] = "validation";
        }
        return CategoryColumn.of("part", parts);
    }

    private Column networks() {
        String[] networks = new String[table.rows()];
        Arrays.fill(networks, fit.networks().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        for (int row = 0; row < outOfFold.rows(); row++) {
            networks[outOfFold.numberInTable(row)] = Integer.toString(outOfFold.network(row));
        }
        return CategoryColumn.of("networks", networks);
    }
}
