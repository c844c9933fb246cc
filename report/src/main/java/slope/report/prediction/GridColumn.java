package slope.report.prediction;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;

/// Values of a column to try, in order: even steps through the range of numbers and dates, the most frequent levels.
final class GridColumn {
    private final Column values;

    private GridColumn(Column values) {
        this.values = values;
    }

    /// Values from the range of a column.
    ///
    /// @param most how many, at most
    static GridColumn of(Column column, int most) {
        return new GridColumn(
                switch (column) {
                    case NumberColumn numbers ->
                        NumberColumn.of(column.name(), steps(present(numbers, numbers::value), most));
                    case DateColumn dates -> dates(dates, steps(present(dates, dates::seconds), most));
                    case BooleanColumn ignored -> BooleanColumn.of(column.name(), false, true);
                    case CategoryColumn words -> words(words, most);
                });
    }

    private static DoubleStream present(Column column, IntToDoubleFunction value) {
        return IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(value);
    }

    /// From the least to the greatest; none without a value.
    private static double[] steps(DoubleStream values, int most) {
        DoubleSummaryStatistics range = values.summaryStatistics();
        if (range.getCount() == 0) {
            return new double[0];
        }
        double low = range.getMin();
        double high = range.getMax();
        int count = low == high ? 1 : most;
        return IntStream.range(0, count)
                .mapToDouble(index -> count == 1 ? low : low + (high - low) * index / (count - 1))
                .toArray();
    }

    private static Column dates(DateColumn column, double... seconds) {
        DateColumn.Builder builder = new DateColumn.Builder(column.name(), seconds.length);
        builder.order(column.order());
        for (double each : seconds) {
            builder.add(LocalDateTime.ofEpochSecond((long) each, 0, ZoneOffset.UTC));
        }
        return builder.build();
    }

    private static Column words(CategoryColumn column, int most) {
        CategoryColumn.Builder builder = new CategoryColumn.Builder(column.name());
        builder.spelling(column.spelling());
        Level.frequent(column, 1, most).forEach(level -> builder.add(level.name()));
        return builder.build();
    }

    int size() {
        return values.rows();
    }

    /// A row once for each value, with the value in its place.
    ///
    /// @param row a table of one row
    Table tried(Table row) {
        return with(row.select(new int[size()]), values);
    }

    /// A row for each value of this column within each value of the other.
    static Table tried(Table row, GridColumn x, GridColumn y) {
        int[] ofX = new int[x.size() * y.size()];
        int[] ofY = new int[ofX.length];
        for (int index = 0; index < ofX.length; index++) {
            ofX[index] = index % x.size();
            ofY[index] = index / x.size();
        }
        Table wide = new Table(List.of(x.values)).select(ofX);
        Table high = new Table(List.of(y.values)).select(ofY);
        return with(
                with(row.select(new int[ofX.length]), wide.columns().getFirst()),
                high.columns().getFirst());
    }

    private static Table with(Table table, Column other) {
        List<Column> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(column.name().equals(other.name()) ? other : column));
        return new Table(columns);
    }

    /// The values as JSON has them.
    List<Object> cells() {
        return IntStream.range(0, size())
                .mapToObj(row -> switch (values) {
                    case NumberColumn numbers -> (Object) numbers.value(row);
                    case BooleanColumn truths -> truths.isTrue(row);
                    default -> values.text(row);
                })
                .toList();
    }

    /// A number, or a date as text.
    static Object cell(double value, boolean isDate) {
        return isDate
                ? (Object) DateColumn.text(LocalDateTime.ofEpochSecond((long) value, 0, ZoneOffset.UTC))
                : (Object) value;
    }
}
