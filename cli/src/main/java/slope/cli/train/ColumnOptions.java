package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slope.cli.predict.DateOrderOptions;
import slope.cli.predict.FolderOptions;
import slope.cli.text.ListText;

import slope.table.Table;
import slope.table.profile.ColumnSelection;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns.Leaks;
import slope.tables.ReadOptions;

/// The options for reading columns and choosing inputs.
final class ColumnOptions {
    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "Columns that are not inputs, " + ListText.RULE + ".")
    private List<ListText> ignored = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            description = "Columns that are inputs although they look like identifiers or free text.")
    private List<ListText> kept = new ArrayList<>();

    @Option(
            names = "--categorical",
            paramLabel = "COLUMN",
            description = "Columns whose numbers are codes for categories, separated by commas.")
    private List<ListText> categorical = new ArrayList<>();

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Text of missing values besides empty cells, such as n/a.")
    private List<ListText> missing = new ArrayList<>();

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
                .categorical(ListText.set(categorical))
                .ignored(ListText.set(ignored))
                .missing(ListText.set(missing))
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
        return ColumnSelection.usual().kept(ListText.set(kept)).leaks(dropLeaks ? Leaks.DROPPED : Leaks.KEPT);
    }

    List<String> ignored() {
        return List.copyOf(ListText.set(ignored));
    }
}
