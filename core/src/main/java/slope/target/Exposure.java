package slope.target;

import java.util.stream.IntStream;
import slope.internal.table.TargetRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// The exposure of each row, its duration or size: twice the exposure means twice the expected
/// count.
///
/// @param column the column's name
/// @param minimum the minimum exposure of a row: 0 has no logarithm, and events do occur in rows with
///     exposure 0
public record Exposure(String column, double minimum) {
    /// The minimum as a share of the smallest exposure above 0, if no event occurs in rows of
    /// exposure 0.
    private static final double SHARE_OF_SMALLEST = 0.1;

    /// Fits the minimum exposure to training rows: from the events in rows of exposure 0, at the
    /// rate of the others.
    ///
    /// @param counts of the same rows
    /// @throws DataException if a cell is missing, below 0 or not a number, or all are 0
    static Exposure fit(Column training, double[] counts) {
        double smallest = Double.POSITIVE_INFINITY;
        double exposed = 0;
        double events = 0;
        double eventsIn0 = 0;
        int rowsOf0 = 0;
        for (int row = 0; row < training.rows(); row++) {
            double value = value(training, row);
            exposed += value;
            events += counts[row];
            if (value > 0) {
                smallest = Math.min(smallest, value);
            } else {
                rowsOf0++;
                eventsIn0 += counts[row];
            }
        }
        if (exposed == 0) {
            throw new DataException(
                    "column \"%s\" is 0 in every row; an exposure is above 0".formatted(training.name()));
        }
        double mean = exposed / training.rows();
        double of0 = eventsIn0 == 0 ? 0 : eventsIn0 / rowsOf0 / (events / exposed);
        return new Exposure(training.name(), Math.clamp(of0, SHARE_OF_SMALLEST * smallest, mean));
    }

    /// Multiplies each row's number by its exposure.
    void multiplyInto(Table table, double[] numbers) {
        Column cells = table.column(column);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] *= Math.max(value(cells, row), minimum);
        }
    }

    /// How many rows have less than the minimum, and so the minimum instead.
    public int raised(Table table) {
        Column cells = table.column(column);
        return (int) IntStream.range(0, cells.rows())
                .filter(row -> value(cells, row) < minimum)
                .count();
    }

    /// The total exposure.
    double sum(Table table) {
        Column cells = table.column(column);
        double sum = 0;
        for (int row = 0; row < cells.rows(); row++) {
            sum += value(cells, row);
        }
        return sum;
    }

    private static double value(Column cells, int row) {
        if (cells.isMissing(row)) {
            throw DataException.at(Place.ofCell(cells.name(), row), "no value", "every row needs its exposure");
        }
        double value = TargetRows.number(cells, row);
        if (value < 0) {
            throw DataException.at(
                    Place.ofCell(cells.name(), row), NumberColumn.text(value), "an exposure is not below 0");
        }
        return value;
    }
}
