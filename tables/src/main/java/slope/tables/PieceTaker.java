package slope.tables;

import java.util.function.Consumer;
import slope.table.Table;

/// Receives a long table piece by piece.
public interface PieceTaker {
    /// Takes the next rows.
    ///
    /// @param piece at least one row, with the same columns as the pieces before
    void take(Table piece);

    /// Takes the pieces of a source, which makes the next ones meanwhile, on a thread of its own.
    ///
    /// What the source throws is thrown here, after the pieces before it were taken. If the taker
    /// throws, the source is interrupted.
    ///
    /// @param source hands on one piece after another
    static void ahead(Consumer<PieceTaker> source, PieceTaker taker) {
        PiecesAhead.pass(source, taker);
    }
}
