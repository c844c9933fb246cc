package slope.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.Table;

/// Computes the partial dependence on a column.
final class PartialDependence {
    private static final int MOST_POINTS = 20;
    private static final int MOST_CURVES = 30;
    private static final int BARS = 20;

    private final ModelOutputs outputs;
    private final Column column;
    private final int[] rows;
    private final ColumnPoints points;
    private final double[] predicted; // points × rows × outputs

    /// @param rows of the table that are predicted
    /// @param counted rows that tell how frequent values are
    PartialDependence(ModelOutputs outputs, Table table, String column, int[] rows, int[] counted) {
        this.outputs = outputs;
        this.column = table.column(column);
        this.rows = rows;
        this.points = ColumnPoints.of(table, counted, column, MOST_POINTS);
        MixedRows mixed = MixedRows.of(outputs.model(), table, column);
        for (ColumnPoints.Point point : points.points()) {
            for (int row : rows) {
                mixed.add(point.row(), row);
            }
        }
        this.predicted = outputs.of(mixed.decoded());
    }

    /// The values and their mean predictions.
    List<Dependence.Point> points() {
        return IntStream.range(0, points.points().size()).mapToObj(this::point).toList();
    }

    private Dependence.Point point(int number) {
        double[] means = new double[outputs.count()];
        for (int row = 0; row < rows.length; row++) {
            for (int output = 0; output < means.length; output++) {
                means[output] += predicted[start(number, row) + output];
            }
        }
        ColumnPoints.Point point = points.points().get(number);
        return new Dependence.Point(
                point.text(),
                ColumnPoints.number(column, point),
                point.rows(),
                Arrays.stream(means).map(sum -> sum / rows.length).boxed().toList());
    }

    private int start(int point, int row) {
        return (point * rows.length + row) * outputs.count();
    }

    /// Of evenly chosen rows.
    List<Dependence.Curve> curves() {
        int count = Math.min(MOST_CURVES, rows.length);
        return IntStream.range(0, count)
                .map(curve -> (int) ((long) curve * rows.length / count))
                .mapToObj(this::curve)
                .toList();
    }

    private Dependence.Curve curve(int row) {
        return new Dependence.Curve(
                rows[row],
                IntStream.range(0, points.points().size())
                        .map(point -> start(point, row))
                        .mapToObj(start -> Arrays.stream(predicted, start, start + outputs.count())
                                .boxed()
                                .toList())
                        .toList());
    }

    /// Whether the points are all values of the column.
    boolean hasAllValues() {
        return points.hasAll();
    }

    /// How many rows have a number from the first point to the last; empty where the points are all values,
    /// or no numbers.
    List<Dependence.Bar> density(int[] counted) {
        double[] numbers = points.points().stream()
                .mapToDouble(point -> ColumnPoints.number(column, point))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        if (points.hasAll() || numbers.length < 2) {
            return List.of();
        }
        double from = numbers[0];
        double to = numbers[numbers.length - 1];
        double width = (to - from) / BARS;
        int[] counts = new int[BARS];
        for (int row : counted) {
            double number = column.isMissing(row) ? Double.NaN : SortedRows.key(column, row);
            if (number >= from && number <= to) {
                counts[Math.min(BARS - 1, (int) ((number - from) / width))]++;
            }
        }
        return IntStream.range(0, BARS)
                .mapToObj(bar -> new Dependence.Bar(from + bar * width, from + (bar + 1) * width, counts[bar]))
                .toList();
    }
}
