package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import slope.table.DataException;

/// Cuts a CSV text into blocks of whole records, which can be read apart from each other.
final class CsvBlocks implements AutoCloseable {
    /// So much of the beginning tells the delimiter.
    private static final int HEAD_BYTES = 1 << 16;

    /// Enough that a block's own costs do not count, few enough that it stays near a core.
    private static final int BLOCK_BYTES = 1 << 19;

    /// Of tables so wide that such a block has only a few records, it is longer.
    private static final int MOST_BLOCK_BYTES = 1 << 24;

    private static final int FEWEST_RECORDS = 64;

    private static final int FEWEST_STRETCHES = 64; // of text without quotes

    private static final byte QUOTE = '"';

    private final InputStream stream;
    private final Path name;
    private final Pauses pauses;
    private final char delimiter;
    private int mostRecords = Integer.MAX_VALUE; // of a block, about
    private byte[] bytes = new byte[0]; // read and not cut off yet
    private int size;
    private boolean ended; // whether nothing comes behind these bytes
    private int nextLine = 1;
    private int recordBytes = 1; // of the last block, on average

    /// Tells whether a stream makes a pause, in which what is there is handed out.
    interface Pauses {
        /// A file makes none.
        Pauses NONE = () -> false;

        boolean isPause() throws IOException;
    }

    /// Begins to read a text.
    ///
    /// @param name what people call it
    /// @param likely the likeliest delimiter; the beginning may tell another
    /// @param given the delimiter, if a person said it
    CsvBlocks(InputStream stream, Path name, char likely, Optional<Delimiter> given, Pauses pauses) throws IOException {
        this.stream = stream;
        this.name = name;
        this.pauses = pauses;
        fill(HEAD_BYTES);
        cutOff(FileText.byteOrderMark(name, bytes, size));
        Optional<CsvDelimiter.Line> line = CsvDelimiter.line(bytes, size);
        line.ifPresent(told -> {
            cutOff(told.length());
            nextLine++;
        });
        this.delimiter = given.map(Delimiter::character)
                .or(() -> line.map(CsvDelimiter.Line::delimiter))
                .orElseGet(() -> CsvDelimiter.of(name, new CsvBlock(bytes, 0, size, 1, 0), ended, likely));
    }

    private void cutOff(int length) {
        size -= length;
        System.arraycopy(bytes, length, bytes, 0, size);
    }

    /// What separates the fields.
    char delimiter() {
        return delimiter;
    }

    /// Makes blocks of about so many records at most.
    void limit(int records) {
        mostRecords = records;
    }

    /// Whether all blocks are cut off.
    boolean hasEnded() {
        return ended && size == 0;
    }

    /// The next block.
    ///
    /// @throws DataException if a record is longer than is read
    Optional<CsvBlock> next() throws IOException {
        int wanted = blockBytes();
        fill(wanted);
        int end = end(Math.min(size, wanted));
        while (end == 0 && size > 0) {
            end = end(size);
            if (end == 0) {
                lengthen();
            }
        }
        if (size == 0) {
            return Optional.empty();
        }
        CsvBlock block = new CsvBlock(bytes, 0, end, nextLine, ByteScan.lineEnds(bytes, 0, end));
        nextLine += block.lines();
        recordBytes = end / block.mostRecords() + 1;
        bytes = Arrays.copyOfRange(bytes, end, Math.max(size, end + 1));
        size -= end;
        return Optional.of(block);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private int blockBytes() {
        long enough = Math.clamp((long) FEWEST_RECORDS * recordBytes, BLOCK_BYTES, MOST_BLOCK_BYTES);
        return (int) Math.min(enough, Math.max(recordBytes, (long) mostRecords * recordBytes));
    }

    /// Reads on until there are so many bytes, or a pause comes after a line.
    private void fill(int wanted) throws IOException {
        if (bytes.length < wanted) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        while (!ended && size < wanted && !(pauses.isPause() && hasLine())) {
            read(wanted);
        }
    }

    /// Reads more of a record that does not end in these bytes.
    private void lengthen() throws IOException {
        if (size >= TextLimits.RECORD_BYTES) {
            throw tooLong();
        }
        int wanted = Math.min(2 * Math.max(size, HEAD_BYTES), TextLimits.RECORD_BYTES);
        if (bytes.length < wanted) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        read(wanted);
        fill(wanted);
    }

    private void read(int wanted) throws IOException {
        int count = stream.read(bytes, size, wanted - size);
        ended = count < 0;
        size += Math.max(0, count);
    }

    private boolean hasLine() {
        return ByteScan.has((byte) '\n', bytes, 0, size) || ByteScan.has((byte) '\r', bytes, 0, size);
    }

    /// Where the last record ends that ends before a place; 0 if none does.
    private int end(int before) {
        if (ended && before == size) {
            return size;
        }
        int[] outside = new int[FEWEST_STRETCHES]; // where text without quotes begins and ends, in turn
        int count = 1; // of these places; the first text begins at 0
        int quote = ByteScan.next(QUOTE, bytes, 0, before);
        while (quote < before) {
            if (opens(quote)) {
                if (count + 2 > outside.length) {
                    outside = Arrays.copyOf(outside, 2 * outside.length);
                }
                outside[count++] = quote;
                quote = closing(quote, before);
                outside[count++] = Math.min(before, quote + 1);
            }
            quote = ByteScan.next(QUOTE, bytes, Math.min(before, quote + 1), before);
        }
        int end = lineEnd(outside[count - 1], before);
        for (int stretch = count - 3; stretch >= 0 && end == 0; stretch -= 2) {
            end = lineEnd(outside[stretch], outside[stretch + 1]);
        }
        return end;
    }

    /// Whether a quote is the first of its field; blanks do not count.
    private boolean opens(int quote) {
        int index = quote;
        while (index > 0 && bytes[index - 1] == ' ') {
            index--;
        }
        return index == 0 || bytes[index - 1] == delimiter || bytes[index - 1] == '\n' || bytes[index - 1] == '\r';
    }

    /// The quote that closes a field; the end where none does. One that is the last byte may be the first of two.
    private int closing(int opening, int before) {
        int quote = ByteScan.next(QUOTE, bytes, opening + 1, before);
        while (quote + 1 < before && bytes[quote + 1] == QUOTE) {
            quote = ByteScan.next(QUOTE, bytes, quote + 2, before);
        }
        return quote + 1 < before ? quote : before;
    }

    /// Behind the last line end outside of quotes; 0 if there is none.
    private int lineEnd(int start, int before) {
        int end = before;
        while (end > start && !isLineEnd(end - 1)) {
            end--;
        }
        return end > start ? end : 0;
    }

    /// Whether a line ends with this byte. A CR before an LF is half of a line end, and one that is the last byte may
    /// be.
    private boolean isLineEnd(int index) {
        return bytes[index] == '\n' || (bytes[index] == '\r' && index + 1 < size && bytes[index + 1] != '\n');
    }

    private DataException tooLong() {
        return new DataException(String.format(
                Locale.ROOT,
                "%s:%s: the record is longer than %,d bytes, the most that is read; is a quote (\") not closed?",
                name,
                nextLine,
                TextLimits.RECORD_BYTES));
    }
}
