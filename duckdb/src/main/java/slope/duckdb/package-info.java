/// Parquet files, read and written by DuckDB, whose native code stays in this module.
///
/// Start with [slope.duckdb.DuckDbEngine], which `slope.tables` finds at run time.
/// [slope.duckdb.ParquetInput] reads and [slope.duckdb.ParquetOutput] writes.
@NullMarked
package slope.duckdb;

import org.jspecify.annotations.NullMarked;
