package slope.cli.train;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slope.cli.predict.DateOrderOptions;
import slope.cli.predict.FolderOptions;
import slope.table.Table;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns.Leaks;
import slope.tables.ReadOptions;

/// The options for reading columns and choosing inputs.
final class ColumnOptions {
    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are not inputs, separated by commas.")
    private Set<String> ignored = new LinkedHashSet<>();

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are inputs although they look like identifiers or free text.")
    private Set<String> kept = new LinkedHashSet<>();

    @Option(
            names = "--categorical",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns whose numbers are codes for categories, separated by commas.")
    private Set<String> categorical = new LinkedHashSet<>();

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "TEXT",
            description = "Text of missing values besides empty cells, such as n/a.")
    private Set<String> missing = new LinkedHashSet<>();

    @Mixin
    private DateOrderOptions dates = new DateOrderOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--drop-leaks",
            description = "Leave out columns that predict the target on their own; by default they are only reported.")
    private boolean dropLeaks;

    /// The reading options; ignored columns are not read.
    ReadOptions reading() {
        return ReadOptions.none()
                .categorical(categorical)
                .ignored(ignored)
                .missing(missing)
                .dates(dates.orders())
                .folders(folders.folders());
    }

    /// Refuses options about date columns that the table does not have.
    void refuseUnknownDates(Table table) {
        dates.refuseUnknown(table.names());
    }

    /// Refuses a file whose folders name no column, if they should.
    void refuseNoFolders(String file) {
        folders.refuseNone(file);
    }

    ColumnSelection choice() {
        return ColumnSelection.usual().kept(kept).leaks(dropLeaks ? Leaks.DROPPED : Leaks.KEPT);
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }
}
