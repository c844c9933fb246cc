/// Parquet files, read and written by DuckDB, and SQL over files and database files; DuckDB's native code stays in this
/// module.
///
/// Start with [slope.duckdb.DuckDbEngine], which `slope.tables` finds at run time.
/// [slope.duckdb.DuckDbRows] reads and [slope.duckdb.ParquetOutput] writes.
@NullMarked
package slope.duckdb;

import org.jspecify.annotations.NullMarked;
