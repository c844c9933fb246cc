package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import slope.table.DataException;

/// Walks over the records of a CSV file and knows on which line each begins. It refuses what is not
/// well formed; DuckDB, which reads the numbers afterwards, would guess, or count lines in another way.
///
/// The grammar is that of RFC 4180: a field that opens with a quote ends with one and may hold
/// delimiters, line ends and doubled quotes; there may be a space before it and spaces behind it. A
/// quote inside an unquoted field is text. All lines end alike.
final class CsvCursor implements AutoCloseable {
    private static final int END = -1;
    private static final int QUOTE = '"';

    private final Path file;
    private final InputStream stream;
    private final int delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    private int nextLine = 1;
    private int firstLineEnd = END; // '\n', '\r', or both added for CR LF

    private int line;
    private byte[] content = new byte[1 << 12]; // the record's fields in a row, without quotes and delimiters
    private int size;
    private int[] ends = new int[64]; // where each field ends in content
    private int fields;
    private boolean ascii;
    private boolean emptyLine;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private CharBuffer decoded = CharBuffer.allocate(1 << 12);

    private CsvCursor(Path file, InputStream stream, char delimiter) {
        this.file = file;
        this.stream = stream;
        this.delimiter = delimiter;
    }

    static CsvCursor open(Path file, char delimiter) throws IOException {
        return new CsvCursor(file, FileText.open(file), delimiter);
    }

    /// Walks over a stream.
    ///
    /// @param name what people call it
    static CsvCursor over(InputStream stream, Path name, char delimiter) {
        return new CsvCursor(name, stream, delimiter);
    }

    /// Goes on to the next record, which may be an empty line.
    ///
    /// @return false at the end of the file
    /// @throws DataException if the record is not well formed
    boolean next() throws IOException {
        int value = read();
        if (value == END) {
            return false;
        }
        line = nextLine;
        emptyLine = value == '\n' || value == '\r';
        size = 0;
        fields = 0;
        ascii = true;
        value = field(value);
        while (value == delimiter) {
            value = field(read());
        }
        if (value != END) {
            endLine(value);
        }
        if (!ascii) {
            refuseOtherEncodings();
        }
        return true;
    }

    /// The line on which the record begins, from 1.
    int line() {
        return line;
    }

    /// How many fields the record has.
    int fields() {
        return fields;
    }

    /// Whether the record is a line with nothing in it.
    boolean isEmptyLine() {
        return emptyLine;
    }

    /// No more than so many bytes are between the record's first and its last.
    long mostBytes() {
        return 2L * size + 3L * fields + 2; // if each byte was a doubled quote and each field quoted
    }

    /// Marks the fields that have this letter.
    void markFieldsWith(char letter, BitSet marks) {
        int field = 0;
        for (int index = 0; index < size; index++) {
            if (content[index] == letter) {
                while (ends[field] <= index) {
                    field++;
                }
                marks.set(field);
            }
        }
    }

    /// Whether a line ends in what has been read and not looked at yet.
    boolean hasLineAhead() {
        for (int index = position; index < limit; index++) {
            if (buffer[index] == '\n' || buffer[index] == '\r') {
                return true;
            }
        }
        return false;
    }

    /// Writes the record with all its fields in quotes.
    ///
    /// @return how many bytes that took
    int write(OutputStream bytes) throws IOException {
        int written = size + 3 * fields;
        for (int field = 0; field < fields; field++) {
            bytes.write(QUOTE);
            for (int index = field == 0 ? 0 : ends[field - 1]; index < ends[field]; index++) {
                if (content[index] == QUOTE) {
                    bytes.write(QUOTE);
                    written++;
                }
                bytes.write(content[index]);
            }
            bytes.write(QUOTE);
            bytes.write(field < fields - 1 ? delimiter : '\n');
        }
        return written;
    }

    /// The record's fields.
    List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int field = 0; field < fields; field++) {
            int start = field == 0 ? 0 : ends[field - 1];
            texts.add(new String(content, start, ends[field] - start, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /// Takes in a field that begins with this byte, and answers the byte behind it.
    private int field(int first) throws IOException {
        int start = size;
        int value = first;
        while (value == ' ') {
            append(value);
            value = read();
        }
        if (value == QUOTE) {
            if (size - start > 1) {
                throw fault(nextLine, "several blanks stand before a quote (\"); leave them out");
            }
            size = start;
            value = quoted();
        } else {
            while (value != delimiter && value != '\n' && value != '\r' && value != END) {
                append(value);
                value = read();
            }
        }
        if (fields == ends.length) {
            TextLimits.refuseColumns(file, line, fields + 1);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = size;
        return value;
    }

    private int quoted() throws IOException {
        int opened = nextLine;
        int previous = QUOTE;
        int value = read();
        while (true) {
            if (value == END) {
                throw fault(opened, "a quote (\") opens here and never closes; close it, or leave it out");
            }
            if (value == QUOTE) {
                value = read();
                if (value != QUOTE) {
                    break;
                }
            }
            if (value == '\r' || (value == '\n' && previous != '\r')) {
                nextLine++;
            }
            append(value);
            previous = value;
            value = read();
        }
        while (value == ' ') {
            value = read();
        }
        if (value != delimiter && value != '\n' && value != '\r' && value != END) {
            throw fault(
                    nextLine, "text follows a closing quote (\"); a quote that belongs to the text is doubled (\"\")");
        }
        return value;
    }

    private void endLine(int value) throws IOException {
        int lineEnd = value;
        if (value == '\r') {
            int next = read();
            if (next == '\n') {
                lineEnd += next;
            } else if (next != END) {
                position--;
            }
        }
        if (firstLineEnd == END) {
            firstLineEnd = lineEnd;
        } else if (firstLineEnd != lineEnd) {
            throw fault(
                    nextLine,
                    "this line ends with %s, those before with %s; give all lines the same end"
                            .formatted(lineEndName(lineEnd), lineEndName(firstLineEnd)));
        }
        nextLine++;
    }

    private static String lineEndName(int lineEnd) {
        return lineEnd == '\n' ? "LF" : lineEnd == '\r' ? "CR" : "CR LF";
    }

    private void refuseOtherEncodings() {
        if (decoded.capacity() < size) {
            decoded = CharBuffer.allocate(2 * size);
        }
        decoded.clear();
        if (decoder.reset()
                .decode(ByteBuffer.wrap(content, 0, size), decoded, true)
                .isError()) {
            throw fault(line, "the text is not UTF-8; save the file as UTF-8");
        }
    }

    private DataException fault(int line, String sentence) {
        return new DataException("%s:%s: %s".formatted(file, line, sentence));
    }

    private void append(int value) {
        if (size == content.length) {
            if (size >= TextLimits.RECORD_BYTES) {
                throw fault(
                        line,
                        String.format(
                                Locale.ROOT,
                                "the record is longer than %,d bytes, the most that is read; is a quote (\") not"
                                        + " closed?",
                                TextLimits.RECORD_BYTES));
            }
            content = Arrays.copyOf(content, Math.min(2 * size, TextLimits.RECORD_BYTES));
        }
        content[size++] = (byte) value;
        ascii &= value < 0x80;
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = stream.read(buffer);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position++] & 0xFF;
    }
}
