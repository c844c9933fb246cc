package slope.data;

/// How long or how large each row was: twice the exposure, twice the count to expect.
///
/// @param column the column's name
/// @param least what a row counts as at least, so that one of exposure 0 still has a logarithm
public record Exposure(String column, double least) {
    /// A row of no exposure counts as this share of the smallest one above 0.
    private static final double SHARE_OF_SMALLEST = 0.1;

    /// Learns the least exposure from training rows.
    ///
    /// @throws DataException if a cell is missing, below 0 or no number, or all are 0
    public static Exposure fit(Column training) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int row = 0; row < training.rows(); row++) {
            double value = value(training, row);
            smallest = value > 0 ? Math.min(smallest, value) : smallest;
        }
        if (Double.isInfinite(smallest)) {
            throw new DataException(
                    "column \"%s\" is 0 in every row; an exposure is above 0".formatted(training.name()));
        }
        return new Exposure(training.name(), SHARE_OF_SMALLEST * smallest);
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
            throw new DataException("column \"%s\" has no value in row %,d; every row needs its exposure"
                    .formatted(cells.name(), row + 1));
        }
        double value = TargetRows.number(cells, row);
        if (value < 0) {
            throw new DataException("column \"%s\" has %s in row %,d; an exposure is not below 0"
                    .formatted(cells.name(), NumberColumn.text(value), row + 1));
        }
        return value;
    }
}
