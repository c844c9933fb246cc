package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.table.DataException;
import slope.table.Place;

/// A file of lines with a delimiter between the fields.
///
/// @param path where it lies
/// @param name what people call it
/// @param delimiter the likeliest
/// @param form how it is laid out
record CsvFile(Path path, Path name, char delimiter, ReadOptions form) implements TableFile {

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        try (CsvBlocks blocks = blocks(gathering.bytes())) {
            CsvReading reading = new CsvReading(name, blocks, gathering);
            reading.readAll();
            return reading.header().names();
        }
    }

    @Override
    public List<String> names() throws IOException {
        ColumnReading nothing = nothing();
        try (CsvBlocks blocks = blocks(nothing.bytes())) {
            return new CsvReading(name, blocks, nothing).header().names();
        }
    }

    /// Walks over the file again: where there are quotes, only that tells the line.
    @Override
    public Place place(int row) throws IOException {
        return place(row, "");
    }

    @Override
    public Place place(int row, String column) throws IOException {
        ColumnReading nothing = nothing();
        try (CsvBlocks blocks = blocks(nothing.bytes())) {
            CsvReading reading = new CsvReading(name, blocks, nothing);
            int before = 0;
            for (Optional<CsvBlock> block = reading.nextBlock(); block.isPresent(); block = reading.nextBlock()) {
                int rows = reading.read(block.get()).rows();
                if (row < before + rows) {
                    return reading.header().place(row - before, column, block.get());
                }
                before += rows;
            }
        }
        throw new DataException(name + " changed while it was read; try again");
    }

    /// Lines with another number of fields than the header, to the end of the file.
    ///
    /// @param counted tells how far it is
    /// @throws DataException if a line is bad in another way
    SkippedLines badLines(BytesRead counted) throws IOException {
        ReadOptions skipping = form.badLines(ReadOptions.BadLines.SKIPPED);
        try (CsvBlocks blocks = blocks(counted)) {
            CsvReading reading = new CsvReading(name, blocks, ColumnReading.textOf(Set.of(), skipping, counted));
            reading.readAll();
            return reading.skipped();
        }
    }

    private ColumnReading nothing() {
        return ColumnReading.textOf(Set.of(), form, BytesRead.untold());
    }

    private CsvBlocks blocks(BytesRead counted) throws IOException {
        return new CsvBlocks(
                FileText.open(path, name, counted), name, delimiter, form.delimiter(), CsvBlocks.Pauses.NONE);
    }
}
