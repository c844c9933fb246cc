package slope.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What a block of CSV holds.
///
/// @param columns those that are wanted
record CsvRecords(List<CsvColumn> columns, int rows) {

    /// Reads a block.
    ///
    /// @param wanted where the cells of each column go, if it is wanted
    static CsvRecords of(CsvBlock block, CsvHeader header, List<Optional<ColumnCells>> wanted) {
        int[] fields = IntStream.range(0, wanted.size())
                .filter(field -> wanted.get(field).isPresent())
                .toArray();
        // A record has a delimiter between its fields and a line end; lines within quotes, or blank ones, are none.
        int mostRows = Math.min(block.mostRecords(), (block.end() - block.start()) / wanted.size() + 1);
        IntFunction<CsvColumn> column = field ->
                new CsvColumn(block.bytes(), mostRows, wanted.get(field).orElseThrow());
        CsvColumn[] columns = IntStream.of(fields).mapToObj(column).toArray(CsvColumn[]::new);
        CsvCursor cursor = header.rowsOf(block);
        int rows = 0;
        while (header.nextRow(cursor)) {
            addRow(cursor, fields, columns);
            rows++;
        }
        for (CsvColumn each : columns) {
            each.finish();
        }
        return new CsvRecords(List.of(columns), rows);
    }

    /// Adds a row's cells. Within the loop over rows the compiler would take all this up several times.
    private static void addRow(CsvCursor cursor, int[] fields, CsvColumn[] columns) {
        for (int index = 0; index < fields.length; index++) {
            columns[index].add(cursor.start(fields[index]), cursor.end(fields[index]));
        }
    }
}
