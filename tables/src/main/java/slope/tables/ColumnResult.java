package slope.tables;

import slope.table.Column;

/// What the cells of a column make.
sealed interface ColumnResult {
    /// A column, all of whose cells are of one kind.
    record Finished(Column column) implements ColumnResult {}

    /// No column, because of one cell.
    record Spoiled(CellProblem problem) implements ColumnResult {}

    /// Cells of several kinds, to be read once more as text.
    ///
    /// @param row the first of another kind than those before it
    record Mixture(int row) implements ColumnResult {}
}
