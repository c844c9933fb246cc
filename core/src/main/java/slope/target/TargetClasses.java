package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.internal.table.SortedRows;
import slope.internal.table.TargetRows;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Level;

/// Finds the classes of a target column.
final class TargetClasses {
    private TargetClasses() {}

    /// All distinct values in order: levels alphabetically, false before true, smaller numbers
    /// first.
    static List<String> of(Column target) {
        if (target instanceof CategoryColumn texts) {
            return Level.of(texts).stream().map(Level::name).toList();
        }
        int[] ascending = SortedRows.ascending(TargetRows.rowsWithValue(target), row -> SortedRows.key(target, row));
        return Arrays.stream(ascending)
                .filter(new Changes(target)::isNew)
                .mapToObj(target::text)
                .toList();
    }

    /// Tells the first row of each value among rows in order.
    private static final class Changes {
        private final Column column;
        private double last = Double.NaN;

        Changes(Column column) {
            this.column = column;
        }

        boolean isNew(int row) {
            double key = SortedRows.key(column, row) + 0.0;
            boolean changed = key != last;
            last = key;
            return changed;
        }
    }
}
