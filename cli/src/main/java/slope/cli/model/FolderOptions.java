package slope.cli.model;

import picocli.CommandLine.Option;
import slope.tables.ReadOptions.Folders;

/// The option that makes columns of folders such as `year=2024`.
public final class FolderOptions {
    @Option(
            names = "--partitions",
            description = "Folders such as year=2024 in the name of the file are columns, as Hive and Spark write"
                    + " tables: each row of year=2024/part.parquet has the year 2024. By default folders are ignored.")
    private boolean columns;

    /// What folders mean.
    public Folders folders() {
        return columns ? Folders.COLUMNS : Folders.PLACES;
    }
}
