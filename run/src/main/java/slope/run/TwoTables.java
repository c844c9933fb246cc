package slope.run;

import java.nio.file.Path;
import slope.internal.file.Destination;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// An older and a newer table, to be compared. They are read when they are asked for.
///
/// @param before where the older one is
/// @param after where the newer one is
/// @param reading how both are read
public record TwoTables(TableSource before, TableSource after, ReadOptions reading) {
    /// The older table.
    ///
    /// @throws slope.table.DataException if it cannot be read
    public Table older() {
        return TableFiles.read(before, reading, ReadListener.NONE);
    }

    /// The newer table.
    ///
    /// @throws slope.table.DataException if it cannot be read
    public Table newer() {
        return TableFiles.read(after, reading, ReadListener.NONE);
    }

    /// Refuses a result that would be written over one of the tables.
    ///
    /// @param result the name of a file, pipe or device
    /// @throws slope.table.DataException if so
    public void requireWritable(String result) {
        Path file = Destination.named(result).named();
        TableFiles.refuseSame(file, before);
        TableFiles.refuseSame(file, after);
    }
}
