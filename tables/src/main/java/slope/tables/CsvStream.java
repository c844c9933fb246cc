package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.table.Place;

/// CSV that comes bit by bit, packed with gzip or not: where the stream makes a pause, the rows so far are a piece.
final class CsvStream implements TableFile {
    /// How long to wait for more before the rows so far are handed out.
    private static final Duration MOMENT = Duration.ofMillis(50);

    /// Rows that keep coming, a few in each moment, are handed out when the first has waited so long.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final InputStream stream;
    private final Path name;
    private final char delimiter;
    private long begun = System.nanoTime(); // to wait for a piece
    private Optional<CsvHeader> header = Optional.empty();
    private Optional<CsvBlock> piece = Optional.empty(); // the present one
    private int rowsBefore; // the piece

    /// @param name what people call the stream
    /// @param delimiter the likeliest
    CsvStream(InputStream stream, Path name, char delimiter) {
        this.stream = stream;
        this.name = name;
        this.delimiter = delimiter;
    }

    @Override
    public Path name() {
        return name;
    }

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        try (ReadAhead ahead = ReadAhead.of(FileText.unpacked(stream));
                CsvBlocks blocks = new CsvBlocks(
                        ahead, name, delimiter, gathering.options().delimiter(), () -> pauses(ahead))) {
            CsvReading reading = new CsvReading(name, blocks, gathering);
            header = Optional.of(reading.header());
            for (piece = reading.nextBlock(); piece.isPresent(); piece = reading.nextBlock()) {
                rowsBefore = gathering.rows();
                reading.add(reading.read(piece.get()));
                gathering.endPieces();
                begun = System.nanoTime();
            }
            return reading.header().names();
        }
    }

    @Override
    public List<String> names() {
        return header.orElseThrow().names();
    }

    @Override
    public Place place(int row) {
        return place(row, "");
    }

    @Override
    public Place place(int row, String column) {
        return header.orElseThrow().place(row - rowsBefore, column, piece.orElseThrow());
    }

    /// Whether nothing more comes in a moment.
    private boolean pauses(ReadAhead ahead) throws IOException {
        boolean waitedLong = System.nanoTime() - begun > LONGEST_WAIT.toNanos();
        return !ahead.isReady(waitedLong ? Duration.ZERO : MOMENT);
    }
}
