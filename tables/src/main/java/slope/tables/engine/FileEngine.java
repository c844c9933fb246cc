package slope.tables.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import slope.table.DataException;

/// Reads and writes Parquet files, and answers queries over files. [java.util.ServiceLoader] finds it.
public interface FileEngine {

    /// Opens a file to read it.
    ///
    /// @throws DataException if it is no such file
    TypedFile open(Path file);

    /// Opens the rows of a query over files, in which a file's name may stand for a table.
    ///
    /// @param database a file with tables, which is not changed
    /// @throws DataException if it is not one query, or one that cannot be answered
    TypedFile query(Optional<Path> database, String sql);

    /// Opens a table of a database file.
    ///
    /// @param table its name; may be left out where there is one only
    /// @throws DataException if it is no such file, or has no such table
    TypedFile table(Path database, Optional<String> table);

    /// Begins to write a file, which is there once the output is finished.
    TypedOutput begin(Path file) throws IOException;

    /// The engine that lies beside this module.
    ///
    /// @throws DataException if there is none
    static FileEngine found() {
        return ServiceLoader.load(FileEngine.class, FileEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "Parquet files, DuckDB files and SQL over files need slope-duckdb, which is not there; add it"
                                + " to the class path or the module path"));
    }
}
