package slope.table;

import java.util.Arrays;
import java.util.Optional;

/// The weight of each row: how many rows it counts for.
public final class RowWeights {
    /// The sum of larger ones may be infinite as a float.
    private static final double LARGEST = 1e30;

    private RowWeights() {}

    /// The weights of a column.
    ///
    /// @throws DataException if a cell is not a number from 0 to 1e30
    public static double[] of(Column column) {
        double[] weights = new double[column.rows()];
        Arrays.setAll(weights, row -> of(column, row));
        return weights;
    }

    /// The weight of a row.
    public static double of(Column column, int row) {
        double weight = column instanceof NumberColumn numbers ? numbers.value(row) : Double.NaN;
        if (!(weight >= 0 && weight <= LARGEST)) {
            throw DataException.at(
                    Place.ofCell(column.name(), row),
                    "\"" + column.text(row) + "\"",
                    weight > LARGEST
                            ? "a weight is at most 1e30, so make all of them smaller"
                            : "a weight is a number from 0 on");
        }
        return weight;
    }

    /// By the weight column, if there is one: a row of weight 2 counts like the same row twice.
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
