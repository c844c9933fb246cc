package slope.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;

/// Selects the rows in which the target columns have a value.
public final class TargetRows {
    private TargetRows() {}

    /// The rows in which each of the columns has a value, ascending.
    ///
    /// @throws DataException if there are none
    public static int[] of(List<Column> columns) {
        int[] rows = IntStream.range(0, columns.getFirst().rows())
                .filter(row -> hasAll(columns, row))
                .toArray();
        if (rows.length == 0) {
            columns.forEach(TargetRows::refuseEmpty);
            throw new DataException("no row has a value in each of the columns %s; nothing can be learned from them"
                    .formatted(
                            String.join(", ", columns.stream().map(Column::name).toList())));
        }
        return rows;
    }

    private static boolean hasAll(List<Column> columns, int row) {
        for (Column column : columns) { // A stream for each row takes fifty times as long.
            if (column.isMissing(row)) {
                return false;
            }
        }
        return true;
    }

    /// Refuses a target without a single value.
    public static void refuseEmpty(Column target) {
        if (target.missingCount() == target.rows()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" has no value in any of %,d rows; nothing can be learned from it",
                    target.name(),
                    target.rows()));
        }
    }

    /// The rows of a column that have a value, ascending.
    public static int[] rowsWithValue(Column column) {
        return IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .toArray();
    }

    /// The numbers of a column, without rows that have none.
    ///
    /// @throws DataException if the column is not numeric
    public static double[] numbers(Column column) {
        int[] rows = rowsWithValue(column);
        if (rows.length > 0 && !(column instanceof NumberColumn)) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" holds %s (\"%s\" in row %,d); numbers were expected",
                    column.name(),
                    column.kind().words(),
                    column.text(rows[0]),
                    rows[0] + 1));
        }
        return IntStream.of(rows).mapToDouble(((NumberColumn) column)::value).toArray();
    }

    /// The number of a row.
    ///
    /// @throws DataException if the row has none
    public static double number(Column column, int row) {
        refuseMissing(column, row);
        if (column instanceof NumberColumn numbers) {
            return numbers.value(row);
        }
        throw KindMismatch.at(column, row, ColumnKind.NUMBER);
    }

    public static void refuseMissing(Column column, int row) {
        if (column.isMissing(row)) {
            throw DataException.at(
                    Place.ofCell(column.name(), row), "no value", "drop the rows without a target first");
        }
    }

    public static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, index -> numbers[index]);
        return wide;
    }
}
