package slope.duckdb;

import java.nio.file.Path;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import slope.duckdb.DuckDb.Use;
import slope.tables.engine.FileEngine;
import slope.tables.engine.TypedFile;
import slope.tables.engine.TypedOutput;

/// Parquet, SQL over files and database files through DuckDB.
public final class DuckDbEngine implements FileEngine {
    @Override
    public TypedFile open(Path file) {
        return DuckDbRows.ofParquet(file);
    }

    @Override
    public TypedFile query(Optional<Path> database, String sql) {
        DuckDBConnection connection =
                database.map(file -> DuckDb.attached(file, Use.READ_ONLY)).orElseGet(DuckDb::open);
        DuckDb.lock(connection);
        return DuckDbRows.ofQuery(connection, sql);
    }

    @Override
    public TypedFile table(Path database, Optional<String> table) {
        DuckDBConnection connection = DuckDb.attached(database, Use.READ_ONLY);
        return DuckDbRows.ofTable(connection, table.orElseGet(() -> DuckDb.onlyTable(connection, database)));
    }

    @Override
    public TypedOutput begin(Path file) {
        return ParquetOutput.begin(file);
    }
}
