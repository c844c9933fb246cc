package slope.tables;

/// Is told how far the reading of files has come.
public interface ReadListener {
    /// Does not listen.
    ReadListener NONE = (bytes, allBytes) -> {};

    /// Takes what has been read.
    ///
    /// @param bytes so far, as they are on the disk
    /// @param allBytes of all files
    void read(long bytes, long allBytes);

    /// Takes what separates the fields of a CSV file, before its rows are read.
    default void delimited(char delimiter) {}

    /// Takes what ends a query from another thread.
    default void asksDatabase(Runnable cancel) {}

    /// Takes a text of missing values that no cell has, when all is read.
    default void unused(UnusedMissingText text) {}

    /// Takes a sentence about what was read otherwise than a person may think.
    default void noted(String sentence) {}
}
