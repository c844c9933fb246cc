/// What reads and writes files that take a database engine, such as Parquet; Slope's own module for DuckDB provides it.
///
/// Start with [slope.tables.engine.FileEngine].
@NullMarked
package slope.tables.engine;

import org.jspecify.annotations.NullMarked;
