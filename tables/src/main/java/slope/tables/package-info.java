/// Files to tables and back: CSV, TSV, Parquet and JSON, the text ones also packed with gzip, one
/// file or a pattern.
///
/// Start with [slope.tables.TableFiles], which is all that others use, and
/// [slope.tables.ReadOptions]. Behind it, [slope.tables.TableReading] reads the files one after
/// another; each kind of file ([slope.tables.CsvFile], [slope.tables.TypedRows],
/// [slope.tables.JsonFile]) passes its cells to [slope.tables.ColumnCells], which find the kind of
/// each column. Cells that cannot be read end in one sentence with file and line, never in a guess.
/// How numbers enter a network is not here: see `slope.table`.
@NullMarked
package slope.tables;

import org.jspecify.annotations.NullMarked;
