package slope.split;

import java.util.Locale;
import slope.table.Table;

/// A table split in two: training rows and test rows.
public final class TrainTest {
    private final Table table;
    private final Split rows;

    /// @param rows the split, as row numbers
    TrainTest(Table table, Split rows) {
        this.table = table;
        this.rows = rows;
    }

    /// The training rows, in the table's order.
    public Table train() {
        return table.select(rows.training());
    }

    /// The test rows, in the table's order.
    public Table test() {
        return table.select(rows.validation());
    }

    /// The split, as row numbers.
    public Split rows() {
        return rows;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d training rows and %,d test rows", rows.training().length, rows.validation().length);
    }
}
