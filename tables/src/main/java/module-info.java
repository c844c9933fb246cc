/// Tables from files, and tables back to files: CSV by Slope itself, JSON through Jackson's core, Parquet through
/// DuckDB.
@SuppressWarnings("requires-automatic") // DuckDB's jar has no module descriptor; its name comes from its manifest.
@org.jspecify.annotations.NullMarked
module slope.tables {
    requires static org.jspecify;
    requires transitive slope.core;
    requires java.sql;
    requires duckdb.jdbc;
    requires tools.jackson.core;
    requires ch.randelshofer.fastdoubleparser;

    exports slope.tables;
}
