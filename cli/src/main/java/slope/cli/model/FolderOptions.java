package slope.cli.model;

import java.util.Optional;
import picocli.CommandLine.Option;
import slope.tables.ReadOptions.Folders;

/// The option that makes columns of folders such as `year=2024`.
public final class FolderOptions {
    @Option(
            names = "--partitions",
            description = "Folders such as year=2024 in the name of the file are columns, as Hive and Spark write"
                    + " tables: each row of year=2024/part.parquet has the year 2024. By default folders are ignored.")
    private Optional<Boolean> columns = Optional.empty();

    /// What folders mean, if the option says it.
    public Optional<Folders> folders() {
        return columns.map(asked -> asked ? Folders.COLUMNS : Folders.PLACES);
    }
}
