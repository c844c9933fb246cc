package slope.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Rows of a table that are most like another row.
///
/// The distance of two rows is the mean over the columns (Gower 1971, "A general coefficient of similarity and some of
/// its properties"): of numbers and dates |a − b| over the range in the table, of others 0 where they are the same and
/// 1 where not. A missing value is like another missing one, and like nothing else.
public final class NearestRows {
    private NearestRows() {}

    /// A row that is near.
    ///
    /// @param row its number in the table, from 0
    /// @param distance from 0, where all columns are the same, to 1
    public record Neighbour(int row, double distance) {}

    /// The nearest rows, the nearest first; of equally near ones the first of the table.
    ///
    /// @param row a table of one row
    /// @param columns by which rows are compared, at least one
    public static List<Neighbour> of(Table table, Table row, Collection<String> columns, int count) {
        double[] sums = new double[table.rows()];
        for (String name : columns) {
            add(sums, table.column(name), row.column(name));
        }
        return IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(number -> sums[number]))
                .limit(count)
                .map(number -> new Neighbour(number, sums[number] / columns.size()))
                .toList();
    }

    private static void add(double[] sums, Column cells, Column one) {
        IntToDoubleFunction distance = distance(cells, one);
        for (int row = 0; row < sums.length; row++) {
            boolean isMissing = cells.isMissing(row) || one.isMissing(0);
            boolean areBoth = cells.isMissing(row) && one.isMissing(0);
            sums[row] += areBoth ? 0 : isMissing ? 1 : distance.applyAsDouble(row);
        }
    }

    /// Of a row with a value.
    private static IntToDoubleFunction distance(Column cells, Column one) {
        if (cells instanceof NumberColumn numbers && one instanceof NumberColumn number) {
            return ranged(cells, numbers::value, number.value(0));
        }
        if (cells instanceof DateColumn dates && one instanceof DateColumn date) {
            return ranged(cells, dates::seconds, date.isMissing(0) ? 0 : (double) date.seconds(0));
        }
        if (cells instanceof BooleanColumn truths && one instanceof BooleanColumn truth) {
            return row -> truths.isTrue(row) == truth.isTrue(0) ? 0 : 1;
        }
        String text = one.text(0);
        if (cells instanceof CategoryColumn words) {
            List<Boolean> same = new ArrayList<>();
            words.categories().forEach(word -> same.add(word.equals(text)));
            return row -> same.get(words.code(row)) ? 0 : 1;
        }
        return row -> cells.text(row).equals(text) ? 0 : 1;
    }

    private static IntToDoubleFunction ranged(Column cells, IntToDoubleFunction value, double one) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < cells.rows(); row++) {
            if (!cells.isMissing(row)) {
                low = Math.min(low, value.applyAsDouble(row));
                high = Math.max(high, value.applyAsDouble(row));
            }
        }
        double range = high - low;
        return row -> {
            double apart = Math.abs(value.applyAsDouble(row) - one);
            return apart == 0 ? 0 : range == 0 ? 1 : Math.min(1, apart / range);
        };
    }
}
