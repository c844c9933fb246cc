package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import slope.table.DataException;
import slope.tables.ReadOptions.FirstLine;

/// Reads a CSV text once: blocks of it on several threads, whose columns come together in their order.
final class CsvReading {
    private final CsvBlocks blocks;
    private final ColumnReading gathering;
    private final CsvHeader header;
    private final List<Optional<ColumnCells>> wanted;
    private Optional<CsvBlock> first; // without the names, until it is taken
    private SkippedLines skipped = SkippedLines.NONE;

    /// Reads the names of the columns.
    ///
    /// @param name what people call the text
    CsvReading(Path name, CsvBlocks blocks, ColumnReading gathering) throws IOException {
        this.blocks = blocks;
        this.gathering = gathering;
        blocks.limit(gathering.mostRows());
        CsvBlock whole = blocks.next().orElseThrow(() -> CsvHeader.empty(name));
        CsvCursor cursor = new CsvCursor(name, whole, blocks.delimiter(), CsvCursor.NO_LINE_END);
        gathering.bytes().listener().delimited(blocks.delimiter());
        FirstLine firstLine = gathering.options().firstLine();
        CsvHeader read = CsvHeader.of(name, blocks.delimiter(), cursor, gathering.options());
        CsvBlock rows = firstLine == FirstLine.ROW ? whole : whole.from(cursor.position(), cursor.nextLine());
        this.header = firstLine == FirstLine.ROW ? read : read.withRowNames(read.rowsOf(rows));
        this.first = Optional.of(rows);
        gathering.begin(header.names(), gathering.bytes().forAll(whole.lines()));
        this.wanted = header.names().stream().map(gathering::column).toList();
    }

    CsvHeader header() {
        return header;
    }

    /// The lines that were left out so far.
    SkippedLines skipped() {
        return skipped;
    }

    /// The next block, which may have no rows.
    Optional<CsvBlock> nextBlock() throws IOException {
        Optional<CsvBlock> block = first.isPresent() ? first : blocks.next();
        first = Optional.empty();
        return block;
    }

    /// Adds the rows of all blocks.
    void readAll() throws IOException {
        try (OrderedWork<CsvRecords> work = new OrderedWork<>(blocks.hasEnded() ? 1 : OrderedWork.THREADS, this::add)) {
            try {
                for (Optional<CsvBlock> next = nextBlock(); next.isPresent(); next = nextBlock()) {
                    CsvBlock block = next.get();
                    work.give(() -> read(block));
                }
            } catch (IOException | DataException failure) {
                work.finish(); // What is wrong further up is told first.
                throw failure;
            }
            work.finish();
        }
        skipped.sentence(header.file()).ifPresent(gathering.bytes().listener()::noted);
    }

    CsvRecords read(CsvBlock block) {
        return CsvRecords.of(block, header, wanted);
    }

    void add(CsvRecords records) {
        int index = 0;
        for (Optional<ColumnCells> cells : wanted) {
            if (cells.isPresent()) {
                records.columns().get(index++).addTo(cells.get());
            }
        }
        skipped = skipped.and(records.skipped());
        gathering.endRows(records.rows());
    }
}
