package slope.split;

import slope.table.Table;

/// A way to split any table into training and test rows, such as [Split#random].
///
///     TrainTest rows = Split.random(0.8, 7).of(table);
@FunctionalInterface
public interface SplitRule {
    /// Which rows are in which part.
    ///
    /// @throws slope.table.DataException if a part would be empty, or a row lacks what it is split by
    Split rows(Table table);

    /// The rows of a table in two parts.
    ///
    /// @throws slope.table.DataException if a part would be empty, or a row lacks what it is split by
    default TrainTest of(Table table) {
        return new TrainTest(table, rows(table));
    }
}
