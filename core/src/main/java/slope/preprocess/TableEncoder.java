package slope.preprocess;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// Encodes a table as a network's inputs. It is fitted to the training rows alone and never
/// changes.
public final class TableEncoder {
    private final List<ColumnEncoder> columns;
    private final int[] firstOf; // for each encoder, the number of the first one of the same column
    private final int[] offsets; // of each encoder's inputs within a row, and the count of all inputs

    /// @param columns the encoders, in the order of their inputs
    public TableEncoder(List<ColumnEncoder> columns) {
        this.columns = List.copyOf(columns);
        this.firstOf = new int[columns.size()];
        this.offsets = new int[columns.size() + 1];
        Map<String, Integer> first = new HashMap<>();
        for (int index = 0; index < firstOf.length; index++) {
            Integer before = first.putIfAbsent(columns.get(index).column(), index);
            firstOf[index] = before == null ? index : before;
            offsets[index + 1] = offsets[index] + columns.get(index).width();
        }
    }

    /// The encoders, in the order of their inputs.
    public List<ColumnEncoder> columns() {
        return columns;
    }

    /// Fitted to training rows; every column of the table becomes inputs. Numbers come first, then
    /// inputs that pass through, then codes, so that a network's first layer has a few feature
    /// embeddings instead of one for each column.
    public static TableEncoder fit(Table training, ColumnEncoders encoders) {
        return new TableEncoder(training.columns().stream()
                .flatMap(column -> encoders.fit(column).stream())
                .sorted(Comparator.comparing(ColumnEncoder::inputKind))
                .toList());
    }

    /// The number of inputs.
    public int width() {
        return offsets[columns.size()];
    }

    /// A name for each input, in order.
    public List<String> inputNames() {
        return columns.stream().flatMap(column -> column.inputNames().stream()).toList();
    }

    /// The inputs of every row of a table. Columns are found by name, in any order; other columns
    /// are ignored.
    ///
    /// @return rows × width, row-major, all finite
    /// @throws DataException if a column is missing, or holds another kind of value than training
    ///     had
    public float[] encode(Table table) {
        return encode(encoder -> table.column(encoder.column()), table.rows());
    }

    /// The inputs of every row; see the other `encode`.
    ///
    /// @param cells the column that an encoder encodes; asked once for all encoders of a column
    public float[] encode(Function<ColumnEncoder, Column> cells, int rows) {
        int width = width();
        long length = (long) rows * width;
        if (length > Integer.MAX_VALUE) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d rows of %,d inputs are more than one array holds (2,147,483,647 numbers); use fewer rows or"
                            + " columns",
                    rows,
                    width));
        }
        float[] inputs = new float[(int) length];
        Column[] read = new Column[columns.size()];
        for (int index = 0; index < read.length; index++) {
            ColumnEncoder encoder = columns.get(index);
            read[index] = firstOf[index] == index ? cells.apply(encoder) : read[firstOf[index]];
            encoder.encode(read[index], inputs, offsets[index], width);
        }
        return inputs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableEncoder that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "TableEncoder[columns=%s]".formatted(columns);
    }
}
