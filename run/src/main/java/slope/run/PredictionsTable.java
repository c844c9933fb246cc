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
    private final FinishedRun run;
    private final Fit fit;
    private final OutOfFold outOfFold;

    private PredictionsTable(FinishedRun run) {
        this.run = run;
        this.fit = run.fit();
        this.outOfFold = run.result().outOfFold();
    }

    static Table of(FinishedRun run) {
        PredictionsTable predictions = new PredictionsTable(run);
        return run.prepared().test().map(predictions::withTestFile).orElseGet(predictions::ofTable);
    }

    private Table ofTable() {
        Table table = run.table();
        return new Table(columns(table, parts(), networks(), run.result().predictions(table)));
    }

    /// The rows of the table, then those of the test file; a column says which file a row is of.
    private Table withTestFile(Table test) {
        String[] parts = filled("test", test.rows());
        for (String target : fit.model().target().columns()) {
            for (int row = 0; row < parts.length; row++) {
                parts[row] = test.column(target).isMissing(row) ? "unlabelled" : parts[row];
            }
        }
        List<Column> ofTest = columns(
                test,
                parts,
                filled(allNetworks(), parts.length),
                run.result().model().predict(test));
        List<Column> columns = new ArrayList<>();
        for (Column column : ofTable().columns()) {
            columns.add(joined(column, ofTest.get(columns.size())));
        }
        String[] files =
                filled(run.request().table().toString(), columns.getFirst().rows());
        Arrays.fill(
                files,
                run.table().rows(),
                files.length,
                run.request().test().orElseThrow().toString());
        columns.add(2, CategoryColumn.of("file", files));
        return new Table(columns);
    }

    private List<Column> columns(Table table, String[] parts, String[] networks, Predictions predictions) {
        List<Column> columns = new ArrayList<>();
        columns.add(rowNumbers(table.rows()));
        columns.add(CategoryColumn.of("part", parts));
        if (fit.networks().getLast() > 1) {
            columns.add(CategoryColumn.of("networks", networks));
        }
        List<String> targets = fit.model().target().columns();
        for (String name : targets) {
            columns.add(table.column(name).renamed(targets.size() == 1 ? "observed" : "observed_" + name));
        }
        columns.addAll(PredictionColumns.of(predictions, Probabilities.SHOWN));
        return columns;
    }

    private static Column rowNumbers(int rows) {
        NumberColumn.Builder column = new NumberColumn.Builder("row");
        for (int row = 1; row <= rows; row++) {
            column.add(row);
        }
        return column.build();
    }

    private String[] parts() {
        UsableRows usable = fit.plan().rows();
        String[] parts = filled("unlabelled", run.table().rows());
        for (int row = 0; row < usable.table().rows(); row++) {
            parts[usable.numberInTable(row)] = "training";
        }
        for (int row : usable.testRows()) {
            parts[row] = "test";
        }
        for (int row : usable.conformalRows()) {
            parts[row] = "conformal";
        }
        for (int row = 0; row < outOfFold.rows(); row++) {
            parts[outOfFold.numberInTable(row)] = "validation";
        }
        return parts;
    }

    private String[] networks() {
        String[] networks = filled(allNetworks(), run.table().rows());
        for (int row = 0; row < outOfFold.rows(); row++) {
            networks[outOfFold.numberInTable(row)] = Integer.toString(outOfFold.network(row));
        }
        return networks;
    }

    private String allNetworks() {
        return fit.networks().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String[] filled(String text, int rows) {
        String[] texts = new String[rows];
        Arrays.fill(texts, text);
        return texts;
    }

    /// The cells of one column and, below them, those of another: numbers, or texts.
    private static Column joined(Column first, Column second) {
        int rows = first.rows() + second.rows();
        if (first instanceof NumberColumn ones && second instanceof NumberColumn others) {
            NumberColumn.Builder numbers = new NumberColumn.Builder(first.name(), rows);
            List.of(ones, others).forEach(part -> {
                for (int row = 0; row < part.rows(); row++) {
                    numbers.add(part.value(row));
                }
            });
            return numbers.build();
        }
        CategoryColumn.Builder texts = new CategoryColumn.Builder(first.name(), rows);
        List.of(first, second).forEach(part -> {
            for (int row = 0; row < part.rows(); row++) {
                if (part.isMissing(row)) {
                    texts.addMissing();
                } else {
                    texts.add(part.text(row));
                }
            }
        });
        return texts.build();
    }
}
