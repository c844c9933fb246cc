/// Parquet through DuckDB, for `slope.tables` to find at run time.
///
/// Nothing is exported: put this module beside tables and Parquet files are read and written.
@SuppressWarnings("requires-automatic") // DuckDB's jar has no module descriptor; its name comes from its manifest.
@org.jspecify.annotations.NullMarked
module slope.duckdb {
    requires duckdb.jdbc;
    requires java.sql;
    requires static org.jspecify;
    requires slope.core;
    requires slope.tables;

    provides slope.tables.engine.FileEngine with
            slope.duckdb.DuckDbEngine;
}
