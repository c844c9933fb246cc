package slope.tables;

/// Whole records of a CSV file, one behind the other.
final class CsvBlock {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int firstLine;
    private final int lines;

    /// @param bytes taken over; they do not change any more
    /// @param start of the first record
    /// @param end behind the last one
    /// @param firstLine of the file on which the first record begins, from 1
    /// @param lines that end in it; there are at most as many records, or one more at the end of the file
    CsvBlock(byte[] bytes, int start, int end, int firstLine, int lines) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.firstLine = firstLine;
        this.lines = lines;
    }

    /// What is behind a place that is on this line.
    CsvBlock from(int start, int line) {
        return new CsvBlock(bytes, start, end, line, lines - (line - firstLine));
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int firstLine() {
        return firstLine;
    }

    int lines() {
        return lines;
    }

    /// The most records there may be.
    int mostRecords() {
        return lines + 1;
    }

    /// The same of a number of fields: a record has a delimiter between them and a line end. Lines within quotes, or
    /// blank ones, are no records.
    int mostRecords(int fields) {
        return Math.min(mostRecords(), (end - start) / fields + 1);
    }
}
