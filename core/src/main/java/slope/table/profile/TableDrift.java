package slope.table.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// What changed between two tables, column by column: drift of the distributions, new and vanished columns and
/// categories, missing values, kinds.
///
///     TableDrift drift = TableDrift.between(lastYear, thisYear, 1);
///
/// @param columns of both tables, the largest distance first; those without a distance last
/// @param vanished columns of the older table alone
/// @param added columns of the newer table alone
/// @param otherKinds columns whose cells are of another kind, such as text in place of numbers; they have no
///     distance
public record TableDrift(
        List<ColumnDrift> columns, List<String> vanished, List<String> added, List<OtherKind> otherKinds) {
    public TableDrift {
        columns = List.copyOf(columns);
        vanished = List.copyOf(vanished);
        added = List.copyOf(added);
        otherKinds = List.copyOf(otherKinds);
    }

    /// A column that holds another kind of values.
    public record OtherKind(String column, ColumnKind before, ColumnKind after) {}

    /// Compares the columns of the same name.
    ///
    /// @param before the older table
    /// @param after the newer table
    /// @param seed of the samples that are drawn for intervals
    /// @throws DataException if a table has no row, or they have no column in common
    public static TableDrift between(Table before, Table after, long seed) {
        if (before.rows() == 0 || after.rows() == 0) {
            throw new DataException("the %s table has no row; there is nothing to compare"
                    .formatted(before.rows() == 0 ? "older" : "newer"));
        }
        List<ColumnDrift> columns = new ArrayList<>();
        List<OtherKind> otherKinds = new ArrayList<>();
        for (Column column : before.columns()) {
            Optional<Column> newer = after.find(column.name());
            if (newer.isPresent()) {
                ColumnKind kind = newer.get().kind();
                if (kind == column.kind() || isEmpty(column) || isEmpty(newer.get())) {
                    columns.add(DriftOfColumn.of(column, newer.get(), seed));
                } else {
                    otherKinds.add(new OtherKind(column.name(), column.kind(), kind));
                }
            }
        }
        if (columns.isEmpty() && otherKinds.isEmpty()) {
            throw new DataException("the tables have no column in common: %s; %s"
                    .formatted(String.join(", ", before.names()), String.join(", ", after.names())));
        }
        columns.sort(Comparator.comparingDouble(TableDrift::sortKey).reversed());
        return new TableDrift(columns, without(before, after), without(after, before), otherKinds);
    }

    private static boolean isEmpty(Column column) {
        return column.missingCount() == column.rows();
    }

    private static double sortKey(ColumnDrift drift) {
        return Double.isNaN(drift.distance().value()) ? -1 : drift.distance().value();
    }

    private static List<String> without(Table table, Table other) {
        return table.names().stream().filter(name -> other.find(name).isEmpty()).toList();
    }
}
