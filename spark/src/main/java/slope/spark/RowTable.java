package slope.spark;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Rows of a [TrainingFrame] as a table.
final class RowTable {
    private RowTable() {}

    /// @param kinds of the first cells of each row, in their order
    /// @throws slope.table.DataException if a number is infinite
    static Table of(Map<String, ColumnKind> kinds, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> columns.add(column(name, kind, rows, columns.size())));
        return new Table(columns);
    }

    private static Column column(String name, ColumnKind kind, List<Row> rows, int cell) {
        return switch (kind) {
            case NUMBER -> numbers(name, rows, cell);
            case BOOLEAN -> booleans(name, rows, cell);
            case CATEGORY -> texts(name, rows, cell);
            case DATE -> dates(name, rows, cell);
        };
    }

    private static Column numbers(String name, List<Row> rows, int cell) {
        NumberColumn.Builder column = new NumberColumn.Builder(name, rows.size());
        rows.forEach(row -> column.add(row.isNullAt(cell) ? Double.NaN : row.getDouble(cell)));
        return column.build();
    }

    private static Column booleans(String name, List<Row> rows, int cell) {
        BooleanColumn.Builder column = new BooleanColumn.Builder(name);
        for (Row row : rows) {
            if (row.isNullAt(cell)) {
                column.addMissing();
            } else {
                column.add(row.getBoolean(cell));
            }
        }
        return column.build();
    }

    /// An empty text is a missing one, as in files.
    private static Column texts(String name, List<Row> rows, int cell) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name, rows.size());
        for (Row row : rows) {
            if (row.isNullAt(cell) || row.getString(cell).isEmpty()) {
                column.addMissing();
            } else {
                column.add(row.getString(cell));
            }
        }
        return column.build();
    }

    private static Column dates(String name, List<Row> rows, int cell) {
        DateColumn.Builder column = new DateColumn.Builder(name, rows.size());
        for (Row row : rows) {
            if (row.isNullAt(cell)) {
                column.addMissing();
            } else {
                column.add(row.<LocalDateTime>getAs(cell));
            }
        }
        return column.build();
    }
}
