/// Tables from files, and tables back to files: CSV by Slope itself, JSON through Jackson's core,
/// Parquet by an engine that is found at run time.
@SuppressWarnings("module") // The engines are built after this module.
@org.jspecify.annotations.NullMarked
module slope.tables {
    requires static org.jspecify;
    requires transitive slope.core;
    requires java.sql;
    requires tools.jackson.core;
    requires ch.randelshofer.fastdoubleparser;

    exports slope.tables;

    // For Slope's own engines alone.
    exports slope.tables.engine to
            slope.duckdb,
            slope.excel;

    uses java.sql.Driver;
    uses slope.tables.engine.FileEngine;
    uses slope.tables.engine.WorkbookEngine;
}
