package slope.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

class ParquetOutputTest {
    private static final int ROWS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void everyKindOfColumnIsReadBackAsItWas() {
        Table table = Table.of(
                NumberColumn.of("number", 1.5, Double.NaN),
                CategoryColumn.of("wo\"rd", "a, b", null),
                BooleanColumn.of("truth", true, null),
                DateColumn.of("day", LocalDateTime.of(2026, 11, 29, 10, 30), null));
        Path file = folder.resolve("t.parquet");
        TableFiles.write(table, file);
        Table read = TableFiles.read(file.toString());
        assertThat(read.schema()).isEqualTo(table.schema());
        for (String name : table.names()) {
            assertThat(TestFolder.cells(read.column(name))).isEqualTo(TestFolder.cells(table.column(name)));
        }
    }

    @Test
    void whatIsWrittenInPiecesIsReadInPieces() {
        Path file = folder.resolve("t.parquet");
        TableFiles.write(file, taker -> IntStream.range(0, 4).forEach(piece -> taker.take(piece(piece))));
        List<Table> pieces = new ArrayList<>();
        TableFiles.readInPieces(
                file.toString(),
                ReadOptions.none(),
                new LinkedHashMap<>(Map.of("number", ColumnKind.NUMBER)),
                pieces::add);
        assertThat(pieces).hasSizeGreaterThan(2);
        int row = 0;
        for (Table piece : pieces) {
            NumberColumn numbers = (NumberColumn) piece.column("number");
            for (int index = 0; index < piece.rows(); index++) {
                assertThat(numbers.value(index)).isEqualTo(row++);
            }
        }
        assertThat(row).isEqualTo(4 * ROWS);
        assertThat(folder.toFile().list()).as("temporary files").containsExactly("t.parquet");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        Path file = folder.resolve("t.parquet");
        assertThatThrownBy(() -> TableFiles.write(Table.of(NumberColumn.of("a", 1), NumberColumn.of("A", 1)), file))
                .isInstanceOf(DataException.class)
                .hasMessage("Parquet cannot hold columns \"a\" and \"A\", which differ in upper and lower case only");
        assertThat(folder.toFile().list()).isEmpty();
    }

    private static Table piece(int number) {
        return Table.of(NumberColumn.of(
                "number",
                IntStream.range(number * ROWS, (number + 1) * ROWS)
                        .asDoubleStream()
                        .toArray()));
    }
}
