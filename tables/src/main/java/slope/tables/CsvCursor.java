package slope.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.table.DataException;
import slope.table.Place;

/// Walks over the records of a block of CSV and knows on which line each begins. It refuses what is not
/// well formed.
///
/// The grammar is that of RFC 4180: a field that opens with a quote ends with one and may hold
/// delimiters, line ends and doubled quotes; there may be a space before it and spaces behind it. A
/// quote inside an unquoted field is text. All lines end alike.
final class CsvCursor {
    /// No line has ended yet.
    static final int NO_LINE_END = 0;

    static final byte QUOTE = '"';

    private final Path file;
    private final byte[] bytes;
    private final int end;
    private final byte delimiter;
    private final int malformed; // where the first bytes are that are no UTF-8; the end if all are
    private int lineEnd; // '\n', '\r', or both added for CR LF

    private int position;
    private int nextLine;
    private int line;
    private boolean emptyLine;
    private boolean hasDoubledQuotes;
    private int[] starts = new int[64]; // of each field's content
    private int[] ends = new int[64];
    private int fields;
    private SkippedLines skipped = SkippedLines.NONE;

    /// @param file what people call it
    /// @param lineEnd of the lines before, see [#lineEnd]
    CsvCursor(Path file, CsvBlock block, char delimiter, int lineEnd) {
        this.file = file;
        this.bytes = block.bytes();
        this.position = block.start();
        this.end = block.end();
        this.nextLine = block.firstLine();
        this.delimiter = (byte) delimiter;
        this.malformed = Utf8Scan.firstOther(bytes, position, end);
        this.lineEnd = lineEnd;
    }

    /// Goes on to the next record, which may be an empty line.
    ///
    /// @return false at the end of the block
    /// @throws DataException if the record is not well formed
    boolean next() {
        if (position == end) {
            return false;
        }
        int begin = position;
        line = nextLine;
        emptyLine = isLineEnd(bytes[begin]);
        hasDoubledQuotes = false;
        fields = 0;
        int stop = field(begin);
        while (stop < end && bytes[stop] == delimiter) {
            stop = field(stop + 1);
        }
        position = stop < end ? endLine(stop) : stop;
        if (malformed < stop) {
            throw new DataException("%s:%s: the text is not UTF-8; save the file as UTF-8".formatted(file, line));
        }
        return true;
    }

    /// The line on which the record begins, from 1.
    int line() {
        return line;
    }

    /// Leaves the record out.
    void skip() {
        skipped = skipped.and(SkippedLines.at(line));
    }

    /// The records that were left out.
    SkippedLines skipped() {
        return skipped;
    }

    /// The line behind the record.
    int nextLine() {
        return nextLine;
    }

    /// Where the next record begins.
    int position() {
        return position;
    }

    /// How the lines end, 0 if none has: LF, CR, or the sum of both for CR LF.
    int lineEnd() {
        return lineEnd;
    }

    /// How many fields the record has.
    int fields() {
        return fields;
    }

    /// Where the content of a field begins, behind a quote.
    int start(int field) {
        return starts[field];
    }

    /// Where the content of a field ends, before a quote.
    int end(int field) {
        return ends[field];
    }

    /// Whether two quotes stand for one in some field.
    boolean hasDoubledQuotes() {
        return hasDoubledQuotes;
    }

    /// Whether they do in this one, which stands in quotes then.
    boolean hasDoubledQuotes(int field) {
        int start = starts[field];
        boolean isQuoted = start > 0 && bytes[start - 1] == QUOTE;
        return hasDoubledQuotes && isQuoted && ByteScan.has(QUOTE, bytes, start, ends[field]);
    }

    /// Copies the content of a field that has doubled quotes, with one for two.
    ///
    /// @return where the copy ends
    int unquote(int field, byte[] copy, int place) {
        int size = place;
        for (int index = starts[field]; index < ends[field]; index++) {
            copy[size++] = bytes[index];
            index += bytes[index] == QUOTE ? 1 : 0;
        }
        return size;
    }

    /// Whether the record is a line with nothing in it.
    boolean isEmptyLine() {
        return emptyLine;
    }

    /// The place of a field.
    ///
    /// @param field from 0; behind the last one where the record has no such field
    Place place(int field) {
        int start = field < fields ? starts[field] : ends[fields - 1];
        int stop = field < fields ? ends[field] : start;
        return Place.ofLine(file, line).excerpt(CsvExcerpt.of(bytes, start, stop, end));
    }

    /// The record's fields.
    List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int field = 0; field < fields; field++) {
            texts.add(text(field));
        }
        return texts;
    }

    private String text(int field) {
        byte[] text = Arrays.copyOfRange(bytes, starts[field], ends[field]);
        int length = hasDoubledQuotes(field) ? unquote(field, text, 0) : text.length;
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /// Takes in a field, and answers where it stops: at a delimiter, a line end or the end.
    private int field(int begin) {
        int stop = begin;
        if (stop < end && (bytes[stop] == QUOTE || bytes[stop] == ' ')) {
            while (stop < end && bytes[stop] == ' ') {
                stop++;
            }
            if (stop < end && bytes[stop] == QUOTE) {
                return quoted(begin, stop);
            }
        }
        stop = ByteScan.nextStop(delimiter, bytes, stop, end);
        keep(begin, stop);
        return stop;
    }

    private int quoted(int begin, int quote) {
        if (quote - begin > 1) {
            throw fault(begin, "several blanks stand before a quote (\"); leave them out");
        }
        int stop = ByteScan.next(QUOTE, bytes, quote + 1, end);
        while (stop + 1 < end && bytes[stop + 1] == QUOTE) {
            hasDoubledQuotes = true;
            stop = ByteScan.next(QUOTE, bytes, stop + 2, end);
        }
        if (stop >= end) {
            throw fault(quote, "a quote (\") opens here and never closes; close it, or leave it out");
        }
        nextLine += ByteScan.lineEnds(bytes, quote + 1, stop);
        keep(quote + 1, stop);
        stop++;
        while (stop < end && bytes[stop] == ' ') {
            stop++;
        }
        if (stop < end && bytes[stop] != delimiter && !isLineEnd(bytes[stop])) {
            throw fault(stop, "text follows a closing quote (\"); a quote that belongs to the text is doubled (\"\")");
        }
        return stop;
    }

    private void keep(int start, int stop) {
        if (fields == ends.length) {
            TextLimits.refuseColumns(file, line, fields + 1);
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields++] = stop;
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == '\r';
    }

    private int endLine(int stop) {
        int found = bytes[stop];
        int behind = stop + 1;
        if (found == '\r' && behind < end && bytes[behind] == '\n') {
            found += bytes[behind++];
        }
        if (lineEnd == NO_LINE_END) {
            lineEnd = found;
        } else if (lineEnd != found) {
            throw fault(
                    stop,
                    "this line ends with %s, those before with %s; give all lines the same end"
                            .formatted(lineEndName(found), lineEndName(lineEnd)));
        }
        nextLine++;
        return behind;
    }

    private static String lineEndName(int lineEnd) {
        return lineEnd == '\n' ? "LF" : lineEnd == '\r' ? "CR" : "CR LF";
    }

    /// @param index of the first byte that is wrong, on the line that is read
    private DataException fault(int index, String sentence) {
        return new DataException("%s:%s: %s".formatted(file, nextLine, sentence))
                .in(Place.ofLine(file, nextLine).excerpt(CsvExcerpt.of(bytes, index, index + 1, end)));
    }
}
