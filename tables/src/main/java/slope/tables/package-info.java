/// Files to tables and back: CSV, TSV, Parquet and JSON, the text ones also packed with gzip, one file
/// or a pattern.
///
/// Start with [slope.tables.TableFiles], which is all that others use, and [slope.tables.ReadOptions].
/// Behind it, [slope.tables.TableReading] takes the files one after another; each kind of file
/// ([slope.tables.CsvFile], [slope.tables.ParquetFile], [slope.tables.JsonFile]) puts its cells into
/// [slope.tables.ColumnCells], which find out what each column holds. What cannot be read as meant ends
/// in one sentence with file and line, never in a guess. What the numbers mean to a network is not
/// here: see `slope.table`.
@NullMarked
package slope.tables;

import org.jspecify.annotations.NullMarked;
