package slope.internal.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ObjIntConsumer;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The rows of several tables, one under the other.
public final class JoinedTable {
    private JoinedTable() {}

    /// The named columns of all of them. A column without values fits one of any kind.
    ///
    /// @param tables at least one; one alone is as it was
    /// @throws DataException if a column is not in each, or holds different kinds of values
    public static Table of(List<Table> tables, Collection<String> names) {
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(joined(
                    name, tables.stream().map(table -> table.column(name)).toList()));
        }
        return new Table(columns);
    }

    private static Column joined(String name, List<Column> parts) {
        return switch (kind(parts)) {
            case NUMBER -> numbers(name, parts);
            case BOOLEAN -> truths(name, parts);
            case CATEGORY -> categories(name, parts);
            case DATE -> dates(name, parts);
        };
    }

    /// The kind of the parts that have a value.
    private static ColumnKind kind(List<Column> parts) {
        List<ColumnKind> kinds = parts.stream()
                .filter(part -> part.missingCount() < part.rows())
                .map(Column::kind)
                .distinct()
                .toList();
        if (kinds.size() > 1) {
            throw new DataException("column \"%s\" has %s in one table and %s in the other"
                    .formatted(
                            parts.getFirst().name(),
                            kinds.getFirst().words(),
                            kinds.get(1).words()));
        }
        return kinds.isEmpty() ? parts.getFirst().kind() : kinds.getFirst();
    }

    private static Column numbers(String name, List<Column> parts) {
        NumberColumn.Builder numbers = new NumberColumn.Builder(name);
        eachCell(parts, () -> numbers.add(Double.NaN), (column, row) -> numbers.add(SortedRows.key(column, row)));
        return numbers.build();
    }

    private static Column truths(String name, List<Column> parts) {
        BooleanColumn.Builder truths = new BooleanColumn.Builder(name);
        eachCell(parts, truths::addMissing, (column, row) -> truths.add(SortedRows.key(column, row) == 1));
        return truths.build();
    }

    private static Column categories(String name, List<Column> parts) {
        CategoryColumn.Builder categories = new CategoryColumn.Builder(name);
        eachCell(parts, categories::addMissing, (column, row) -> categories.add(column.text(row)));
        return categories.build();
    }

    private static Column dates(String name, List<Column> parts) {
        DateColumn.Builder dates = new DateColumn.Builder(name);
        eachCell(parts, dates::addMissing, (column, row) -> dates.add(((DateColumn) column).moment(row)));
        return dates.build();
    }

    private static void eachCell(List<Column> parts, Runnable missing, ObjIntConsumer<Column> present) {
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                if (part.isMissing(row)) {
                    missing.run();
                } else {
                    present.accept(part, row);
                }
            }
        }
    }
}
