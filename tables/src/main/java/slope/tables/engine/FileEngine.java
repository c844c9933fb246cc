package slope.tables.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import slope.table.DataException;

/// Reads and writes Parquet files. [java.util.ServiceLoader] finds it.
public interface FileEngine {

    /// Opens a file to read it.
    ///
    /// @throws DataException if it is no such file
    TypedFile open(Path file);

    /// Begins to write a file, which is there once the output is finished.
    TypedOutput begin(Path file) throws IOException;

    /// The engine that lies beside this module.
    ///
    /// @throws DataException if there is none
    static FileEngine found() {
        return ServiceLoader.load(FileEngine.class, FileEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "Parquet files are read and written by slope-duckdb, which is not there; add it to the class"
                                + " path or the module path"));
    }
}
