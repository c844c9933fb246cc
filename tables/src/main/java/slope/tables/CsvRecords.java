package slope.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a block of CSV holds.
///
/// @param columns those that are wanted
/// @param skipped lines that are no rows
record CsvRecords(List<CsvColumn> columns, int rows, SkippedLines skipped) {

    /// Reads a block.
    ///
    /// @param wanted where the cells of each column go, if it is wanted
    static CsvRecords of(CsvBlock block, CsvHeader header, List<Optional<ColumnCells>> wanted) {
        int[] wantedFields = IntStream.range(0, wanted.size())
                .filter(field -> wanted.get(field).isPresent())
                .toArray();
        CsvFields fields = CsvFields.of(block, header, wantedFields);
        List<CsvColumn> columns = new ArrayList<>(wantedFields.length);
        for (int field = 0; field < wantedFields.length; field++) {
            ColumnCells cells = wanted.get(wantedFields[field]).orElseThrow();
            columns.add(CsvColumn.of(fields, field, cells));
        }
        return new CsvRecords(columns, fields.rows(), fields.skipped());
    }
}
