package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import slope.internal.file.ScratchFolder;
import slope.table.DataException;
import slope.table.Table;

/// CSV from a stream as a whole table. It is kept in a file meanwhile: CSV is read twice, to refuse what is not
/// well formed before anything is made of it.
final class StreamedTable {
    private StreamedTable() {}

    /// @param name what people call the stream
    static Table read(InputStream stream, String name, ReadOptions options) {
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            return read(stream, name, options, scratch.file("stream.csv"));
        } catch (IOException failure) {
            throw FileText.unreadable(Path.of(name), failure);
        }
    }

    private static Table read(InputStream stream, String name, ReadOptions options, Path copy) throws IOException {
        try {
            Files.copy(FileText.unpacked(stream), copy);
            return TableReading.of(List.of(copy), options);
        } catch (DataException problem) {
            String sentence = Objects.requireNonNull(problem.getMessage());
            throw new DataException(sentence.replace(copy.toString(), name), problem);
        }
    }
}
