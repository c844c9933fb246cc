package slope.preprocess;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import slope.table.DataException;
import slope.table.Table;

/// From a table to a network's inputs, with everything it takes learned from the training rows alone.
/// It never changes.
///
/// @param columns how each column becomes inputs, in the order of the inputs
public record TableEncoder(List<ColumnEncoder> columns) {

    public TableEncoder {
        columns = List.copyOf(columns);
    }

    /// Learns from training rows in the plain style; see the other `fit`.
    public static TableEncoder fit(Table training) {
        return fit(training, EncodingStyle.PLAIN);
    }

    /// Learns from training rows; every column of the table becomes inputs. Numbers come first, then what
    /// enters as it is, then codes, so that a network's first layer has a few parts and not one a column.
    public static TableEncoder fit(Table training, EncodingStyle style) {
        return new TableEncoder(training.columns().stream()
                .flatMap(column -> style.fit(column).stream())
                .sorted(Comparator.comparing(ColumnEncoder::inputKind))
                .toList());
    }

    /// The count of inputs.
    public int width() {
        return columns.stream().mapToInt(ColumnEncoder::width).sum();
    }

    /// A name for each input, in order.
    public List<String> inputNames() {
        return columns.stream().flatMap(column -> column.inputNames().stream()).toList();
    }

    /// The inputs for every row of a table. Columns are found by name, in any order; others are not looked
    /// at.
    ///
    /// @return rows × width, row-major, all finite
    /// @throws DataException if a column is missing, or holds what training did not see there
    public float[] encode(Table table) {
        int width = width();
        long length = (long) table.rows() * width;
        if (length > Integer.MAX_VALUE) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d rows of %,d inputs are more than one array holds (2,147,483,647 numbers); use fewer rows or"
                            + " columns",
                    table.rows(),
                    width));
        }
        float[] inputs = new float[(int) length];
        int offset = 0;
        for (ColumnEncoder encoding : columns) {
            encoding.encode(table.column(encoding.column()), inputs, offset, width);
            offset += encoding.width();
        }
        return inputs;
    }
}
