package slope.cli.model;

import picocli.CommandLine.Option;
import slope.table.DataException;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableFiles;

/// The option that makes columns of folders such as `year=2024`.
public final class FolderOptions {
    /// Its name, as models record it.
    static final String NAME = "--partitions";

    @Option(
            names = NAME,
            description = "Folders such as year=2024 in the name of the file are columns, as Hive and Spark write"
                    + " tables: each row of year=2024/part.parquet has the year 2024. By default folders are ignored.")
    private boolean columns;

    /// What folders mean.
    public Folders folders() {
        return columns ? Folders.COLUMNS : Folders.PLACES;
    }

    /// Refuses files whose folders name no column, although the option says so.
    ///
    /// @throws DataException if they do not
    public void refuseNone(String fileOrPattern) {
        if (columns && !TableFiles.haveFolderColumns(fileOrPattern)) {
            throw new DataException(
                    "no folder of \"%s\" names a column, as year=2024 does; name the folders too, or leave %s out"
                            .formatted(fileOrPattern, NAME));
        }
    }
}
