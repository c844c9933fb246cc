package slope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.model.TrainingRanges;
import slope.table.Column;
import slope.table.Table;

/// Other values of a column that a row may have: within the training ranges, and none of them missing.
final class ColumnChanges {
    private static final int MOST_QUANTILES = 100;

    private final Column column;
    private final double[] ascending; // the values of all rows, of numbers and dates
    private final List<ColumnPoints.Point> points;

    /// @param counted rows whose values count
    /// @param ranges of the training
    ColumnChanges(Table table, int[] counted, String name, List<TrainingRanges> ranges) {
        this.column = table.column(name);
        boolean isOrdered = ColumnPoints.isOrdered(column);
        this.ascending = IntStream.of(counted)
                .filter(row -> isOrdered && !column.isMissing(row))
                .mapToDouble(row -> SortedRows.key(column, row))
                .sorted()
                .toArray();
        List<TrainingRanges> own =
                ranges.stream().filter(range -> range.column().equals(name)).toList();
        this.points =
                ColumnPoints.of(table, counted, name, isOrdered ? MOST_QUANTILES : Integer.MAX_VALUE).points().stream()
                        .filter(point -> !column.isMissing(point.row()))
                        .filter(point ->
                                TrainingRanges.unusual(own, table, point.row()).isEmpty())
                        .toList();
    }

    /// Another value.
    ///
    /// @param source a row that has it
    /// @param rows how many rows have it
    record Other(int source, Counterfactual.Change change, int rows) {
        double cost() {
            return change.cost();
        }
    }

    /// All values that differ from that of a row.
    List<Other> of(int row) {
        List<Other> others = new ArrayList<>();
        for (ColumnPoints.Point point : points) {
            if (column.isMissing(row) || SortedRows.key(column, row) != SortedRows.key(column, point.row())) {
                others.add(new Other(
                        point.row(),
                        new Counterfactual.Change(
                                column.name(), column.text(row), point.text(), cost(row, point.row())),
                        point.rows()));
            }
        }
        return others;
    }

    /// The most frequent of a column's other values.
    static List<Other> mostFrequent(List<Other> others) {
        return others.size() <= MOST_QUANTILES
                ? others
                : others.stream()
                        .sorted(Comparator.comparingInt(Other::rows).reversed())
                        .limit(MOST_QUANTILES)
                        .toList();
    }

    private double cost(int row, int other) {
        return ascending.length == 0 || column.isMissing(row) ? 1 : Math.abs(rank(row) - rank(other));
    }

    /// The share of rows below a value, and half of those that have it.
    private double rank(int row) {
        double value = SortedRows.key(column, row);
        int below = count(value, false);
        return (below + count(value, true)) / 2.0 / ascending.length;
    }

    /// How many values are smaller, or not larger.
    private int count(double value, boolean withEqual) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean isBelow = ascending[middle] < value || (withEqual && ascending[middle] == value);
            low = isBelow ? middle + 1 : low;
            high = isBelow ? high : middle;
        }
        return low;
    }
}
