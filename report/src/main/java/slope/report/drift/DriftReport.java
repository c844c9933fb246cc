package slope.report.drift;

import slope.report.json.PageReport;
import slope.run.TwoTables;
import slope.table.Table;
import slope.table.profile.TableDrift;

/// What changed between two tables.
///
/// @param before the older table
/// @param after the newer table
/// @param drift by column
public record DriftReport(ComparedTable before, ComparedTable after, TableDrift drift) implements PageReport {
    /// A table.
    ///
    /// @param file as it was named
    public record ComparedTable(String file, int rows) {}

    /// Compares two tables.
    ///
    /// @param beforeFile the older table's file, as it was named
    /// @param afterFile the newer table's file
    /// @param seed of the samples that are drawn for intervals
    /// @throws slope.table.DataException if a table has no row, or they have no column in common
    public static DriftReport of(String beforeFile, Table before, String afterFile, Table after, long seed) {
        return new DriftReport(
                new ComparedTable(beforeFile, before.rows()),
                new ComparedTable(afterFile, after.rows()),
                TableDrift.between(before, after, seed));
    }

    /// Compares two tables that are read.
    ///
    /// @param seed of the samples that are drawn for intervals
    /// @throws slope.table.DataException as of the other one, or if a table cannot be read
    public static DriftReport of(TwoTables tables, long seed) {
        return of(tables.before().name(), tables.older(), tables.after().name(), tables.newer(), seed);
    }

    @Override
    public String report() {
        return "drift";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new DriftText(this).within(width);
    }

    @Override
    public String page() {
        return new DriftPage(this).html();
    }
}
