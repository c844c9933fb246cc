package slope.target;

import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// How long or how large each row was: twice the exposure, twice the count to expect.
///
/// @param column the column's name
/// @param least what a row counts as at least: one of exposure 0 has no logarithm, and things do happen in
///     such rows
public record Exposure(String column, double least) {
    /// Where nothing ever happened in a row of exposure 0, it counts as this share of the smallest above 0.
    private static final double SHARE_OF_SMALLEST = 0.1;

    /// Learns the least exposure from training rows: from what happened in those of exposure 0, at the rate
    /// of the others.
    ///
    /// @param counts of the same rows
    /// @throws DataException if a cell is missing, below 0 or no number, or all are 0
    static Exposure fit(Column training, double[] counts) {
        double smallest = Double.POSITIVE_INFINITY;
        double exposed = 0;
        double happened = 0;
        double happenedIn0 = 0;
        int rowsOf0 = 0;
        for (int row = 0; row < training.rows(); row++) {
            double value = value(training, row);
            exposed += value;
            happened += counts[row];
            if (value > 0) {
                smallest = Math.min(smallest, value);
            } else {
                rowsOf0++;
                happenedIn0 += counts[row];
            }
        }
        if (exposed == 0) {
            throw new DataException(
                    "column \"%s\" is 0 in every row; an exposure is above 0".formatted(training.name()));
        }
        double mean = exposed / training.rows();
        double of0 = happenedIn0 == 0 ? 0 : happenedIn0 / rowsOf0 / (happened / exposed);
        return new Exposure(training.name(), Math.clamp(of0, SHARE_OF_SMALLEST * smallest, mean));
    }

    /// Multiplies each row's number with its exposure.
    void multiplyInto(Table table, double[] numbers) {
        Column cells = table.column(column);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] *= Math.max(value(cells, row), least);
        }
    }

    /// All exposures together.
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
