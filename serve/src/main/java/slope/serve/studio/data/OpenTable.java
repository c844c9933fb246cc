package slope.serve.studio.data;

import slope.report.table.TableReport;
import slope.table.Table;

/// A table that is read.
///
/// @param number counts the tables of this studio: what was computed of another one is stale
/// @param report what it holds
public record OpenTable(int number, OpenSource source, Table table, TableReport report) {}
