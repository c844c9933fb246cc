package slope.fit;

import slope.table.Table;

/// The rows of a table that can be learned from or judged by: those with everything they need.
public final class UsableRows {
    private final int rowsOfTable;
    private final int[] rows;
    private final Table table;

    /// @param whole the table as it came
    /// @param rows those that can be used, ascending; copied
    UsableRows(Table whole, int[] rows) {
        this.rowsOfTable = whole.rows();
        this.rows = rows.clone();
        this.table = rows.length == whole.rows() ? whole : whole.select(rows);
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
        return rowsOfTable;
    }

    /// How many of them cannot be used.
    public int leftOut() {
        return rowsOfTable - rows.length;
    }
}
