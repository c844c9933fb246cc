package slope.table;

import java.util.Arrays;
import java.util.Optional;

/// How many rows each row counts for.
public final class RowWeights {
    private RowWeights() {}

    /// What a column of weights says of each row.
    ///
    /// @throws DataException if a cell is no number from 0 on
    public static double[] of(Column column) {
        double[] weights = new double[column.rows()];
        Arrays.setAll(weights, row -> of(column, row));
        return weights;
    }

    /// What a column of weights says of a row.
    public static double of(Column column, int row) {
        double weight = column instanceof NumberColumn numbers ? numbers.value(row) : Double.NaN;
        if (!(weight >= 0)) {
            throw DataException.at(
                    Place.ofCell(column.name(), row), "\"" + column.text(row) + "\"", "a weight is a number from 0 on");
        }
        return weight;
    }

    /// By the column of weights alone, where there is one: a row of weight 2 is the same row twice.
    public static double[] of(Optional<String> weight, Table rows) {
        Optional<Column> column = weight.map(rows::column);
        if (column.isPresent()) {
            return of(column.get());
        }
        double[] weights = new double[rows.rows()];
        Arrays.fill(weights, 1);
        return weights;
    }
}
