package slope.report.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.model.Model;
import slope.report.json.Report;
import slope.table.BooleanColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Predictions;

/// How a row's prediction moves as two of its columns do: where a decision changes.
///
/// @param outputs classes, labels, or what the numbers are called
/// @param x the first column
/// @param y the second column
/// @param predictions for each value of `y`, for each value of `x`, a number for each output
/// @param rows of the training
/// @param points all of them, or 2,000 evenly spread
public record BoundaryReport(
        List<String> outputs, Axis x, Axis y, List<List<List<Double>>> predictions, int rows, List<Point> points)
        implements Report {
    private static final int MOST_POINTS = 2_000;
    private static final int MOST_SIZE = 200;

    public BoundaryReport {
        outputs = List.copyOf(outputs);
        predictions = List.copyOf(predictions);
        points = List.copyOf(points);
    }

    /// A column and the values that it had, in order.
    public record Axis(String column, List<Object> values) {
        public Axis {
            values = List.copyOf(values);
        }
    }

    /// A row of the training.
    ///
    /// @param row its place among them, from 1
    /// @param x its value of the first column; null where missing, as `y`
    /// @param observed its target
    public record Point(int row, Object x, Object y, String observed) {}

    /// The boundary around a row.
    ///
    /// @param row a table of this row alone
    /// @param columns two that the model reads
    /// @param size how many values of each are tried, at most 200
    /// @param training whose values are tried, with the target
    /// @throws DataException if the model does not read them
    public static BoundaryReport of(Model model, Table row, List<String> columns, int size, Table training) {
        columns.forEach(column -> ReadColumns.require(model, column));
        if (size < 2 || size > MOST_SIZE || columns.getFirst().equals(columns.getLast())) {
            throw new DataException(
                    "a boundary needs two different columns and 2 to %s values of each".formatted(MOST_SIZE));
        }
        GridColumn x = GridColumn.of(training.column(columns.getFirst()), size);
        GridColumn y = GridColumn.of(training.column(columns.getLast()), size);
        Predictions predictions = model.predict(GridColumn.tried(row, x, y));
        List<List<Double>> flat = PredictedOutputs.rows(predictions);
        List<List<List<Double>>> lines = new ArrayList<>();
        for (int line = 0; line < y.size(); line++) {
            lines.add(flat.subList(line * x.size(), (line + 1) * x.size()));
        }
        return new BoundaryReport(
                PredictedOutputs.names(predictions),
                new Axis(columns.getFirst(), x.cells()),
                new Axis(columns.getLast(), y.cells()),
                lines,
                training.rows(),
                points(training, columns, model.target().columns().getFirst()));
    }

    private static List<Point> points(Table training, List<String> columns, String target) {
        int count = Math.min(MOST_POINTS, training.rows());
        Column x = training.column(columns.getFirst());
        Column y = training.column(columns.getLast());
        Column observed = training.column(target);
        return IntStream.range(0, count)
                .map(index -> (int) ((long) index * training.rows() / count))
                .mapToObj(row -> new Point(row + 1, cell(x, row), cell(y, row), observed.text(row)))
                .toList();
    }

    private static Object cell(Column column, int row) {
        if (column.isMissing(row)) {
            return Double.NaN;
        }
        return switch (column) {
            case NumberColumn numbers -> numbers.value(row);
            case BooleanColumn truths -> truths.isTrue(row);
            default -> column.text(row);
        };
    }

    @Override
    public String report() {
        return "boundary";
    }

    @Override
    public int version() {
        return 1;
    }
}
