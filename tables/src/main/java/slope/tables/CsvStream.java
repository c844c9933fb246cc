package slope.tables;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import slope.internal.file.ScratchFolder;

/// CSV that comes bit by bit, in pieces of whole records. One cursor walks over all of it, so lines are counted
/// and faults are found as in a file; each piece is written to a file, because DuckDB reads nothing else.
final class CsvStream implements AutoCloseable {
    /// How long to wait for more before the rows so far are handed out.
    private static final Duration MOMENT = Duration.ofMillis(50);

    /// Rows that keep coming, a few in each moment, are handed out when the first has waited so long.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final int PIECE_BYTES = 1 << 24;

    private static final String PIECE = "piece.csv";

    /// So much of the beginning tells the delimiter.
    private static final int HEAD_BYTES = 1 << 16;

    private final Path name;
    private final ReadAhead ahead;
    private final ScratchFolder scratch;
    private final Path file; // of the piece at hand
    private final char delimiter;
    private final CsvCursor cursor;
    private final List<String> names;
    private final byte[] header;
    private final int mostRows;

    private CsvStream(ReadAhead ahead, Path name, ScratchFolder scratch, int mostRows) throws IOException {
        this.name = name;
        this.ahead = ahead;
        this.scratch = scratch;
        this.file = scratch.file(PIECE);
        this.mostRows = mostRows;
        byte[] head = head(ahead);
        Files.write(file, ahead.hasEnded() ? head : wholeLines(head));
        this.delimiter = CsvDelimiter.of(file);
        InputStream text = FileText.withoutByteOrderMark(name, new ByteArrayInputStream(head));
        this.cursor = CsvCursor.over(new SequenceInputStream(text, ahead), name, delimiter);
        this.names = CsvShape.names(name, cursor);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        cursor.write(written);
        this.header = written.toByteArray();
    }

    /// Begins to read.
    ///
    /// @param name what people call the stream
    /// @param mostRows of a piece
    static CsvStream open(InputStream stream, Path name, int mostRows) throws IOException {
        ScratchFolder scratch = ScratchFolder.temporary();
        scratch.file(PIECE).toFile().deleteOnExit(); // Streams without an end are ended by Ctrl-C.
        ReadAhead ahead = ReadAhead.of(stream);
        try {
            return new CsvStream(ahead, name, scratch, mostRows);
        } catch (IOException | RuntimeException failure) {
            ahead.close();
            scratch.close();
            throw failure;
        }
    }

    /// The names of the columns.
    List<String> names() {
        return names;
    }

    /// The next piece, whose file lasts until the one behind it is asked for.
    Optional<CsvPiece> next() throws IOException {
        BitSet underscored = new BitSet(names.size());
        int[] lines = new int[mostRows];
        int rows = 0;
        long bytes = 0;
        long longest = header.length;
        long begun = System.nanoTime();
        try (OutputStream piece = new BufferedOutputStream(Files.newOutputStream(file))) {
            piece.write(header);
            while (rows < mostRows && bytes < PIECE_BYTES && !(rows > 0 && pauses(begun)) && nextRow()) {
                bytes += cursor.write(piece);
                longest = Math.max(longest, cursor.mostBytes());
                cursor.markFieldsWith('_', underscored);
                lines[rows++] = cursor.line();
            }
        }
        if (rows == 0) {
            return Optional.empty();
        }
        CsvShape shape = new CsvShape(names, rows, underscored, longest);
        return Optional.of(new CsvPiece(name, file, shape, delimiter, Arrays.copyOf(lines, rows)));
    }

    private boolean nextRow() throws IOException {
        return CsvShape.nextWholeRow(name, cursor, names.size(), delimiter);
    }

    /// Whether no line is there and none comes in a moment.
    private boolean pauses(long begun) throws IOException {
        if (cursor.hasLineAhead()) {
            return false;
        }
        boolean waitedLong = System.nanoTime() - begun > LONGEST_WAIT.toNanos();
        return !ahead.isReady(waitedLong ? Duration.ZERO : MOMENT);
    }

    @Override
    public void close() throws IOException {
        ahead.close();
        scratch.close();
    }

    /// The beginning: at least the first line, and what is there by then.
    private static byte[] head(ReadAhead ahead) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        int size = 0;
        while (size < head.length && (ahead.isReady(MOMENT) || wholeLines(Arrays.copyOf(head, size)).length == 0)) {
            int count = ahead.read(head, size, head.length - size);
            if (count < 0) {
                break;
            }
            size += count;
        }
        return Arrays.copyOf(head, size);
    }

    /// Up to the last line end.
    private static byte[] wholeLines(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(text, end);
    }
}
