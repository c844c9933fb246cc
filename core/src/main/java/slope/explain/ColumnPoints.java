package slope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Table;

/// Values of a column, each by a row that has it: numbers and dates ascending, the most frequent
/// categories in their order, and missing last, if a row lacks a value.
///
/// @param hasAll whether no other value occurs
record ColumnPoints(List<Point> points, boolean hasAll) {

    /// A value.
    ///
    /// @param row that has it
    /// @param text as a person writes it; empty where it is missing
    /// @param rows that have it
    record Point(int row, String text, int rows) {}

    /// All different values, or a choice of them: quantiles of numbers and dates, the most frequent
    /// categories.
    ///
    /// @param rows of the table that are looked at
    /// @param most values at most, besides missing
    static ColumnPoints of(Table table, int[] rows, String name, int most) {
        Column column = table.column(name);
        int[] ascending = SortedRows.ascending(
                IntStream.of(rows).filter(row -> !column.isMissing(row)).toArray(), row -> SortedRows.key(column, row));
        List<Point> different = different(column, ascending);
        List<Point> points =
                new ArrayList<>(different.size() <= most ? different : chosen(column, ascending, different, most));
        int missing = rows.length - ascending.length;
        if (missing > 0) {
            points.add(new Point(
                    IntStream.of(rows).filter(column::isMissing).findFirst().orElseThrow(), "", missing));
        }
        return new ColumnPoints(points, different.size() <= most);
    }

    private static List<Point> different(Column column, int[] ascending) {
        List<Point> points = new ArrayList<>();
        for (int from = 0, to; from < ascending.length; from = to) {
            to = from + 1;
            while (to < ascending.length && key(column, ascending[to]) == key(column, ascending[from])) {
                to++;
            }
            points.add(new Point(ascending[from], column.text(ascending[from]), to - from));
        }
        return points;
    }

    private static List<Point> chosen(Column column, int[] ascending, List<Point> different, int most) {
        if (!isOrdered(column)) {
            return different.stream()
                    .sorted(Comparator.comparingInt(Point::rows).reversed())
                    .limit(most)
                    .sorted(Comparator.comparingDouble(point -> key(column, point.row)))
                    .toList();
        }
        List<Point> points = new ArrayList<>();
        int place = 0;
        for (int index = 0; index < most; index++) {
            int row = ascending[(int) ((2L * index + 1) * ascending.length / (2L * most))];
            int before = place;
            while (key(column, different.get(place).row) < key(column, row)) {
                place++;
            }
            if (index == 0 || place > before) {
                points.add(different.get(place));
            }
        }
        return points;
    }

    private static double key(Column column, int row) {
        return SortedRows.key(column, row);
    }

    /// Whether a column has an order of its own: numbers and dates.
    static boolean isOrdered(Column column) {
        return column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.DATE;
    }

    /// The value of a point as a number; dates in seconds since the beginning of 1970.
    static double number(Column column, Point point) {
        return isOrdered(column) && !column.isMissing(point.row) ? key(column, point.row) : Double.NaN;
    }
}
