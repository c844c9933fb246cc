package slope.fit;

import java.util.Arrays;
import java.util.Optional;
import slope.split.Split;
import slope.table.Fingerprint;
import slope.table.Table;

/// The rows of a table that can be training or validation rows: those with a target and a weight,
/// without the test rows and those of intervals or sets.
public final class UsableRows {
    private final Table whole;
    private final int[] rows;
    private final Table table;
    private final int[] testRows;
    private final int[] conformalRows;

    /// @param whole the original table
    /// @param rows the usable rows, ascending; copied
    UsableRows(Table whole, int[] rows) {
        this(whole, rows, new int[0], new int[0]);
    }

    private UsableRows(Table whole, int[] rows, int[] testRows, int[] conformalRows) {
        this.whole = whole;
        this.rows = rows.clone();
        this.testRows = testRows;
        this.conformalRows = conformalRows;
        this.table = rows.length == whole.rows() ? whole : whole.select(rows);
    }

    /// The same, with some rows held out as test rows.
    UsableRows withoutTest(Split split) {
        return new UsableRows(whole, inTable(split.training()), inTable(split.validation()), conformalRows);
    }

    /// The same, with some rows set aside for intervals or sets.
    UsableRows withoutConformal(Split split) {
        return new UsableRows(whole, inTable(split.training()), testRows, inTable(split.validation()));
    }

    private int[] inTable(int[] some) {
        return Arrays.stream(some).map(this::numberInTable).toArray();
    }

    /// The test rows, which are not used in training; empty if there are none.
    public Optional<Table> test() {
        return testRows.length == 0 ? Optional.empty() : Optional.of(whole.select(testRows));
    }

    /// The numbers of the test rows in the original table, ascending.
    public int[] testRows() {
        return testRows.clone();
    }

    /// The rows that intervals or sets are made of, which are not used in training; empty if there are none.
    public Optional<Table> conformal() {
        return conformalRows.length == 0 ? Optional.empty() : Optional.of(whole.select(conformalRows));
    }

    /// The numbers of these rows in the original table, ascending.
    public int[] conformalRows() {
        return conformalRows.clone();
    }

    /// The original table.
    Table whole() {
        return whole;
    }

    /// The usable rows.
    public Table table() {
        return table;
    }

    /// The number of a usable row in the original table.
    public int numberInTable(int row) {
        return rows[row];
    }

    /// The hash of the original table, which tells it from others.
    public String fingerprint() {
        return Fingerprint.of(whole);
    }

    /// The number of rows in the original table.
    public int rowsOfTable() {
        return whole.rows();
    }

    /// The number of rows that cannot be used.
    public int leftOut() {
        return whole.rows() - rows.length - testRows.length - conformalRows.length;
    }
}
