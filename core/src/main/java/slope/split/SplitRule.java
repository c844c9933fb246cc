package slope.split;

import slope.table.Table;

/// A rule that splits any table into training and test rows, such as [Split#random].
///
///     TrainTest rows = Split.random(0.8, 7).of(table);
@FunctionalInterface
public interface SplitRule {
    /// The split of a table, as row numbers.
    ///
    /// @throws slope.table.DataException if a part would be empty, or a row lacks a value to split
    ///     by
    Split rows(Table table);

    /// The training and test rows of a table, as tables.
    ///
    /// @throws slope.table.DataException if a part would be empty, or a row lacks a value to split
    ///     by
    default TrainTest of(Table table) {
        return new TrainTest(table, rows(table));
    }
}
