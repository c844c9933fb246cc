package slope.duckdb;

import java.nio.file.Path;
import slope.tables.engine.FileEngine;
import slope.tables.engine.TypedFile;
import slope.tables.engine.TypedOutput;

/// Parquet through DuckDB.
public final class DuckDbEngine implements FileEngine {
    @Override
    public TypedFile open(Path file) {
        return ParquetInput.open(file);
    }

    @Override
    public TypedOutput begin(Path file) {
        return ParquetOutput.begin(file);
    }
}
