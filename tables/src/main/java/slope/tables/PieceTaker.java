package slope.tables;

import slope.table.Table;

/// Receives a long table piece by piece.
public interface PieceTaker {
    /// Takes the next rows.
    ///
    /// @param piece at least one row, with the same columns as the pieces before
    void take(Table piece);
}
