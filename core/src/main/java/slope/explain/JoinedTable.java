package slope.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import slope.internal.table.SortedRows;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The rows of two tables, one under the other.
final class JoinedTable {
    private JoinedTable() {}

    /// The named columns of both. A column without values fits one of any kind.
    ///
    /// @throws DataException if a column is not in both, or holds different kinds of values
    static Table of(Table above, Table below, Collection<String> names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(joined(above.column(name), below.column(name)));
        }
        return new Table(columns);
    }

    private static Column joined(Column above, Column below) {
        boolean isAboveEmpty = above.missingCount() == above.rows();
        boolean isBelowEmpty = below.missingCount() == below.rows();
        ColumnKind kind = isAboveEmpty ? below.kind() : above.kind();
        if (!isAboveEmpty && !isBelowEmpty && above.kind() != below.kind()) {
            throw new DataException("column \"%s\" has %s in one table and %s in the other"
                    .formatted(above.name(), above.kind().words(), below.kind().words()));
        }
        return switch (kind) {
            case NUMBER -> numbers(above, below);
            case BOOLEAN -> truths(above, below);
            case CATEGORY -> categories(above, below);
            case DATE -> dates(above, below);
        };
    }

    private static Column numbers(Column above, Column below) {
        NumberColumn.Builder numbers = new NumberColumn.Builder(above.name());
        each(above, below, () -> numbers.add(Double.NaN), (column, row) -> numbers.add(SortedRows.key(column, row)));
        return numbers.build();
    }

    private static Column truths(Column above, Column below) {
        BooleanColumn.Builder truths = new BooleanColumn.Builder(above.name());
        each(above, below, truths::addMissing, (column, row) -> truths.add(SortedRows.key(column, row) == 1));
        return truths.build();
    }

    private static Column categories(Column above, Column below) {
        CategoryColumn.Builder categories = new CategoryColumn.Builder(above.name());
        each(above, below, categories::addMissing, (column, row) -> categories.add(column.text(row)));
        return categories.build();
    }

    private static Column dates(Column above, Column below) {
        DateColumn.Builder dates = new DateColumn.Builder(above.name());
        each(above, below, dates::addMissing, (column, row) -> dates.add(((DateColumn) column).moment(row)));
        return dates.build();
    }

    private static void each(Column above, Column below, Runnable missing, ObjIntConsumer<Column> present) {
        Stream.of(above, below).forEach(column -> {
            for (int row = 0; row < column.rows(); row++) {
                if (column.isMissing(row)) {
                    missing.run();
                } else {
                    present.accept(column, row);
                }
            }
        });
    }
}
