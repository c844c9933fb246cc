package slope.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slope.internal.text.NearestName;

/// A table: columns of equal length with distinct names, case-sensitive. It never changes.
public final class Table {
    private final List<Column> columns;
    private final Map<String, Column> byName; // there may be tens of thousands

    /// @param columns in the order of the file or query they came from
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.byName = HashMap.newHashMap(columns.size());
        for (Column column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new DataException("two columns are named \"" + column.name() + "\"; names must differ");
            }
            if (column.rows() != columns.getFirst().rows()) {
                throw new DataException("column \"%s\" has %s rows, the first column %s"
                        .formatted(
                                column.name(), column.rows(), columns.getFirst().rows()));
            }
        }
    }

    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /// In the order of the file or query they came from.
    public List<Column> columns() {
        return columns;
    }

    /// The count of rows; 0 where there are no columns.
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().rows();
    }

    /// The column of this name, if there is one.
    public Optional<Column> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The column of this name.
    ///
    /// @throws DataException if there is none; it suggests the nearest name
    public Column column(String name) {
        return find(name).orElseThrow(() -> new DataException(NearestName.unknownColumn(name, Set.of(), names())));
    }

    /// The names of the columns, in order.
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// The names and kinds of the columns.
    public Schema schema() {
        return new Schema(columns.stream()
                .map(column -> new Schema.Field(column.name(), column.kind()))
                .toList());
    }

    /// The given rows, in the given order.
    public Table select(int[] rows) {
        SelectedRows selected = SelectedRows.of(rows);
        return new Table(columns.stream().map(column -> column.select(selected)).toList());
    }

    /// The columns without those of the given names.
    public Table without(Set<String> names) {
        return new Table(columns.stream()
                .filter(column -> !names.contains(column.name()))
                .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }
}
