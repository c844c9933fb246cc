package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.Table;

/// How a model's predictions depend on two columns at once: the mean prediction with both of them set in
/// all rows.
///
/// @param first column
/// @param second column
/// @param outputs the name of each predicted number
/// @param firstValues those of the first column, as a person writes them; empty where missing
/// @param secondValues those of the second column
/// @param cells first values × second values
public record PairDependence(
        String first,
        String second,
        List<String> outputs,
        List<String> firstValues,
        List<String> secondValues,
        List<List<Cell>> cells) {
    private static final int MOST_POINTS = 10;

    public PairDependence {
        outputs = List.copyOf(outputs);
        firstValues = List.copyOf(firstValues);
        secondValues = List.copyOf(secondValues);
        cells = List.copyOf(cells);
    }

    /// A pair of values.
    ///
    /// @param rows whose values are nearest to these; with none, the model was asked about rows that do not
    ///     occur
    /// @param means the mean prediction of each output
    public record Cell(int rows, List<Double> means) {
        public Cell {
            means = List.copyOf(means);
        }
    }

    /// @param columns the two of them
    /// @param rows of the table that are predicted
    /// @param counted rows that tell how frequent values are
    static PairDependence of(ModelOutputs outputs, Table table, List<String> columns, int[] rows, int[] counted) {
        String first = columns.getFirst();
        String second = columns.getLast();
        List<ColumnPoints.Point> firsts =
                ColumnPoints.of(table, counted, first, MOST_POINTS).points();
        List<ColumnPoints.Point> seconds =
                ColumnPoints.of(table, counted, second, MOST_POINTS).points();
        MixedRows mixed = MixedRows.of(outputs.model(), table, first, second);
        for (ColumnPoints.Point one : firsts) {
            for (ColumnPoints.Point other : seconds) {
                for (int row : rows) {
                    mixed.add(one.row(), other.row(), row);
                }
            }
        }
        double[] predicted = outputs.of(mixed.decoded());
        int[][] near = new int[firsts.size()][seconds.size()];
        for (int row : counted) {
            int one = nearest(table.column(first), row, firsts);
            int other = nearest(table.column(second), row, seconds);
            if (one >= 0 && other >= 0) {
                near[one][other]++;
            }
        }
        List<List<Cell>> cells = new ArrayList<>();
        int block = rows.length * outputs.count(); // predicted numbers of a cell
        for (int one = 0; one < firsts.size(); one++) {
            List<Cell> line = new ArrayList<>();
            for (int other = 0; other < seconds.size(); other++) {
                int start = (one * seconds.size() + other) * block;
                line.add(new Cell(
                        near[one][other], means(Arrays.copyOfRange(predicted, start, start + block), outputs.count())));
            }
            cells.add(List.copyOf(line));
        }
        return new PairDependence(first, second, outputs.names(), texts(firsts), texts(seconds), cells);
    }

    private static List<String> texts(List<ColumnPoints.Point> points) {
        return points.stream().map(ColumnPoints.Point::text).toList();
    }

    private static List<Double> means(double[] predicted, int width) {
        double[] sums = new double[width];
        for (int index = 0; index < predicted.length; index++) {
            sums[index % width] += predicted[index];
        }
        return Arrays.stream(sums)
                .map(sum -> sum * width / predicted.length)
                .boxed()
                .toList();
    }

    /// The point that a row belongs to; -1 for a category that is none of them.
    private static int nearest(Column column, int row, List<ColumnPoints.Point> points) {
        return IntStream.range(0, points.size())
                .filter(point -> column.isMissing(points.get(point).row()) == column.isMissing(row))
                .filter(point -> ColumnPoints.isOrdered(column) || distance(column, row, points.get(point)) == 0)
                .boxed()
                .min((one, other) -> Double.compare(
                        distance(column, row, points.get(one)), distance(column, row, points.get(other))))
                .orElse(-1);
    }

    private static double distance(Column column, int row, ColumnPoints.Point point) {
        return column.isMissing(row) ? 0 : Math.abs(SortedRows.key(column, row) - SortedRows.key(column, point.row()));
    }
}
