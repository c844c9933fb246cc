package slope.tables.engine;

import java.io.IOException;
import slope.table.Table;

/// A file that is written piece by piece.
public interface TypedOutput extends AutoCloseable {

    /// Adds rows.
    ///
    /// @param piece with the same columns as the pieces before
    void take(Table piece);

    /// Completes the file.
    void finish() throws IOException;

    /// Removes what was written besides the file.
    @Override
    void close() throws IOException;
}
