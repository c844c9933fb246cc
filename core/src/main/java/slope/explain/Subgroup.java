package slope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.Table;

/// The rows of a table that have one value of a column, or a number or date of one range.
///
/// @param value as a person writes it, such as `FEMALE` or `18 to 31`; empty where it is missing
/// @param rows their numbers in the table, from 0, ascending
public record Subgroup(String value, List<Integer> rows) {
    /// More different values are joined: numbers and dates in quarters of the rows, rare categories as
    /// one.
    private static final int MOST_VALUES = 10;

    private static final int RANGES = 4;
    private static final String OTHERS = "(all others)";

    public Subgroup {
        rows = List.copyOf(rows);
    }

    /// One for each value of a column, missing last. Every row is in one of them.
    public static List<Subgroup> of(Table table, String name) {
        Column column = table.column(name);
        int[] rows = IntStream.range(0, table.rows()).toArray();
        ColumnPoints points = ColumnPoints.of(table, rows, name, MOST_VALUES);
        return !points.hasAll() && ColumnPoints.isOrdered(column) ? ofRanges(column) : ofValues(column, points);
    }

    private static List<Subgroup> ofValues(Column column, ColumnPoints points) {
        List<String> values = new ArrayList<>(
                points.points().stream().map(ColumnPoints.Point::text).toList());
        if (!points.hasAll()) {
            values.add(OTHERS);
        }
        return grouped(column.rows(), values, row -> {
            int value = values.indexOf(column.text(row));
            return value < 0 ? values.size() - 1 : value;
        });
    }

    private static List<Subgroup> ofRanges(Column column) {
        int[] ascending = SortedRows.ascending(
                IntStream.range(0, column.rows())
                        .filter(row -> !column.isMissing(row))
                        .toArray(),
                row -> SortedRows.key(column, row));
        List<String> values = new ArrayList<>();
        int[] range = new int[column.rows()]; // of each row
        for (int from = 0, to; from < ascending.length; from = to) {
            to = from + Math.max(1, (ascending.length - from) / (RANGES - values.size()));
            while (to < ascending.length
                    && SortedRows.key(column, ascending[to]) == SortedRows.key(column, ascending[to - 1])) {
                to++; // equal values stay together
            }
            for (int index = from; index < to; index++) {
                range[ascending[index]] = values.size();
            }
            values.add(column.text(ascending[from]) + " to " + column.text(ascending[to - 1]));
        }
        if (ascending.length < column.rows()) {
            values.add("");
        }
        return grouped(column.rows(), values, row -> column.isMissing(row) ? values.size() - 1 : range[row]);
    }

    private static List<Subgroup> grouped(int rows, List<String> values, IntUnaryOperator valueOfRow) {
        List<List<Integer>> grouped = new ArrayList<>();
        values.forEach(value -> grouped.add(new ArrayList<>()));
        for (int row = 0; row < rows; row++) {
            grouped.get(valueOfRow.applyAsInt(row)).add(row);
        }
        return IntStream.range(0, values.size())
                .mapToObj(value -> new Subgroup(values.get(value), grouped.get(value)))
                .toList();
    }
}
