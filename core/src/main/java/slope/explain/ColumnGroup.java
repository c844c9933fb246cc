package slope.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slope.internal.table.RequiredColumns;
import slope.table.DataException;

/// Columns that are explained as one, such as near-copies or the parts of an address.
///
/// @param name for people
/// @param columns at least one
public record ColumnGroup(String name, List<String> columns) {
    public ColumnGroup {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a group needs at least one column");
        }
    }

    /// A group that is named by its columns.
    public static ColumnGroup of(String... columns) {
        return new ColumnGroup(String.join(" + ", columns), List.of(columns));
    }

    /// These groups, each in the place of its first column, and every other column by itself.
    ///
    /// @param columns all of them, in order
    /// @throws DataException if a group has a column that is not among them, or is in another group, or
    ///     two names are the same
    static List<ColumnGroup> covering(List<String> columns, List<ColumnGroup> groups) {
        Set<String> grouped = new HashSet<>();
        for (ColumnGroup group : groups) {
            RequiredColumns.requireAll(group.columns, columns);
            for (String column : group.columns) {
                if (!grouped.add(column)) {
                    throw new DataException(
                            "column \"%s\" is named twice in groups; leave it in one of them".formatted(column));
                }
            }
        }
        List<ColumnGroup> all = new ArrayList<>();
        for (String column : columns) {
            if (!grouped.contains(column)) {
                all.add(of(column));
            }
            groups.stream()
                    .filter(group -> group.columns.getFirst().equals(column))
                    .forEach(all::add);
        }
        Set<String> names = new HashSet<>();
        for (ColumnGroup each : all) {
            if (!names.add(each.name)) {
                throw new DataException(
                        "a group and another column or group are both named \"%s\"; leave other columns in the group, or rename the column"
                                .formatted(each.name));
            }
        }
        return all;
    }
}
