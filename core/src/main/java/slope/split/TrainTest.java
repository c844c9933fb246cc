package slope.split;

import java.util.Locale;
import slope.table.Table;

/// A table in two parts: rows to train with, and others that tell how good the model is.
public final class TrainTest {
    private final Table table;
    private final Split rows;

    /// @param rows which of the table's rows are in which part
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

    /// Which rows are in which part.
    public Split rows() {
        return rows;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d training rows and %,d test rows", rows.training().length, rows.validation().length);
    }
}
