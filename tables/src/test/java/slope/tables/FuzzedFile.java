package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// A file of bytes that a fuzzer made up.
final class FuzzedFile {
    private FuzzedFile() {}

    /// Reads the bytes as a whole and, if they are a table, once more in pieces.
    static void assertTableOrSentence(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Table table = TableFiles.read(file.toString(), ReadOptions.none());
            assertThat(cellsInPieces(file, table)).isEqualTo(cells(table.columns(), table.rows()));
        } catch (DataException refused) {
            assertThat(refused.getMessage())
                    .contains("t.")
                    .hasSizeLessThan(2000)
                    .matches("[^\\p{Cntrl}]*");
        }
    }

    private static List<String> cellsInPieces(Path file, Table table) {
        SequencedMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        table.columns().forEach(column -> wanted.put(column.name(), column.kind()));
        List<String> cells = new ArrayList<>();
        TableFiles.readInPieces(
                file.toString(),
                ReadOptions.none().asIn(table),
                wanted,
                piece -> cells.addAll(cells(piece.columns(), piece.rows())));
        return cells;
    }

    private static List<String> cells(List<Column> columns, int rows) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (Column column : columns) {
                cells.add(column.isMissing(row) ? "missing" : "is " + column.text(row));
            }
        }
        return cells;
    }
}
