package slope.fit;

import java.util.Arrays;
import java.util.Optional;
import slope.split.Split;
import slope.table.Table;

/// The rows of a table that can be training or validation rows: those with everything they need, without the test
/// rows.
public final class UsableRows {
    private final Table whole;
    private final int[] rows;
    private final Table table;
    private final int[] testRows;

    /// @param whole the table as it came
    /// @param rows those that can be used, ascending; copied
    UsableRows(Table whole, int[] rows) {
        this(whole, rows, new int[0]);
    }

    private UsableRows(Table whole, int[] rows, int[] testRows) {
        this.whole = whole;
        this.rows = rows.clone();
        this.testRows = testRows;
        this.table = rows.length == whole.rows() ? whole : whole.select(rows);
    }

    /// The same, with some of these rows held out for the test.
    UsableRows without(Split split) {
        return new UsableRows(whole, inTable(split.training()), inTable(split.validation()));
    }

    private int[] inTable(int[] some) {
        return Arrays.stream(some).map(this::numberInTable).toArray();
    }

    /// The test rows, which had no part in the training; empty if none were held out.
    public Optional<Table> test() {
        return testRows.length == 0 ? Optional.empty() : Optional.of(whole.select(testRows));
    }

    /// The numbers that the test rows have in the table as it came, ascending.
    public int[] testRows() {
        return testRows.clone();
    }

    /// The table as it came.
    Table whole() {
        return whole;
    }

    /// These rows alone.
    public Table table() {
        return table;
    }

    /// The number that one of these rows has in the table as it came.
    public int numberInTable(int row) {
        return rows[row];
    }

    /// How many rows the table has.
    public int rowsOfTable() {
        return whole.rows();
    }

    /// How many of them cannot be used.
    public int leftOut() {
        return whole.rows() - rows.length - testRows.length;
    }
}
