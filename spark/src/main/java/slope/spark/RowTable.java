package slope.spark;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Rows of a [TrainingFrame] as a table, which keeps their cells and not the rows: as objects of Spark
/// they take several times the memory.
final class RowTable {
    private final List<Cells> cells = new ArrayList<>();

    /// @param kinds of the first cells of each row, in their order
    RowTable(Map<String, ColumnKind> kinds) {
        kinds.forEach((name, kind) -> cells.add(cells(name, kind)));
    }

    /// @param kinds of the first cells of each row, in their order
    /// @throws slope.table.DataException if a number is infinite
    static Table of(Map<String, ColumnKind> kinds, List<Row> rows) {
        RowTable table = new RowTable(kinds);
        rows.forEach(table::add);
        return table.table();
    }

    /// @throws slope.table.DataException if a number is infinite
    void add(Row row) {
        for (int cell = 0; cell < cells.size(); cell++) {
            if (row.isNullAt(cell)) {
                cells.get(cell).addMissing().run();
            } else {
                cells.get(cell).add().accept(row, cell);
            }
        }
    }

    /// The rows so far, in the order in which they were added; none of them stay here.
    Table table() {
        return new Table(cells.stream().map(each -> each.column().get()).toList());
    }

    /// A column that grows.
    private record Cells(Adding add, Runnable addMissing, Supplier<Column> column) {}

    private interface Adding {
        void accept(Row row, int cell);
    }

    private static Cells cells(String name, ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> {
                NumberColumn.Builder column = new NumberColumn.Builder(name);
                yield new Cells(
                        (row, cell) -> column.add(row.getDouble(cell)), () -> column.add(Double.NaN), column::build);
            }
            case BOOLEAN -> {
                BooleanColumn.Builder column = new BooleanColumn.Builder(name);
                yield new Cells((row, cell) -> column.add(row.getBoolean(cell)), column::addMissing, column::build);
            }
            case CATEGORY -> texts(new CategoryColumn.Builder(name));
            case DATE -> {
                DateColumn.Builder column = new DateColumn.Builder(name);
                yield new Cells(
                        (row, cell) -> column.add(row.<LocalDateTime>getAs(cell)), column::addMissing, column::build);
            }
        };
    }

    /// An empty text is a missing one, as in files.
    private static Cells texts(CategoryColumn.Builder column) {
        return new Cells(
                (row, cell) -> {
                    if (row.getString(cell).isEmpty()) {
                        column.addMissing();
                    } else {
                        column.add(row.getString(cell));
                    }
                },
                column::addMissing,
                column::build);
    }
}
