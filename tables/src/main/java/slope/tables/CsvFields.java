package slope.tables;

import java.util.Arrays;

/// Where the cells of a block of CSV are that are wanted.
final class CsvFields {
    private final CsvBlock block;
    private byte[] bytes; // of the block; behind them the cells in which two quotes stand for one, with one
    private int size; // of these bytes, as far as they are used
    private final int[] fields; // of a record, those that are wanted
    private final int[] starts; // rows × wanted fields
    private final int[] ends;
    private int rows;
    private SkippedLines skipped = SkippedLines.NONE;

    private CsvFields(CsvBlock block, int[] fields, int expectedRows) {
        this.block = block;
        this.bytes = block.bytes();
        this.size = bytes.length;
        this.fields = fields;
        this.starts = new int[expectedRows * fields.length];
        this.ends = new int[starts.length];
    }

    /// Finds them.
    ///
    /// @param fields of a record, those that are wanted
    /// @throws slope.table.DataException if a record is not well formed
    static CsvFields of(CsvBlock block, CsvHeader header, int[] fields) {
        CsvFields found =
                new CsvFields(block, fields, block.mostRecords(header.names().size()));
        CsvCursor cursor = header.rowsOf(block);
        while (header.nextRow(cursor)) {
            found.add(cursor);
        }
        found.skipped = cursor.skipped();
        return found;
    }

    private void add(CsvCursor cursor) {
        int index = rows++ * fields.length;
        for (int field : fields) {
            starts[index] = cursor.start(field);
            ends[index++] = cursor.end(field);
        }
        if (cursor.hasDoubledQuotes()) {
            unquote(cursor);
        }
    }

    private void unquote(CsvCursor cursor) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size + block.end() - block.start());
        }
        int row = (rows - 1) * fields.length;
        for (int field = 0; field < fields.length; field++) {
            if (cursor.hasDoubledQuotes(fields[field])) {
                starts[row + field] = size;
                size = cursor.unquote(fields[field], bytes, size);
                ends[row + field] = size;
            }
        }
    }

    /// What the cells stand in.
    byte[] bytes() {
        return bytes;
    }

    int rows() {
        return rows;
    }

    /// The lines of the block that are left out.
    SkippedLines skipped() {
        return skipped;
    }

    /// Where the content of a cell begins.
    ///
    /// @param field among those that are wanted
    int start(int row, int field) {
        return starts[row * fields.length + field];
    }

    /// Where it ends.
    int end(int row, int field) {
        return ends[row * fields.length + field];
    }
}
