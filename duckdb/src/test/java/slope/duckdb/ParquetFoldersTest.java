package slope.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slope.duckdb.TestFolder.cells;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableFiles;

/// What the names of folders mean for Parquet, which DuckDB could read columns from.
class ParquetFoldersTest {
    private static final ReadOptions COLUMNS = ReadOptions.none().folders(Folders.COLUMNS);

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "year=2024/", "y=hi/", "a=b/c=d/", "x=/", "C1=9/", "c0=7/c1=8/", "a 'b'=[1]*?/", "X=1/x=2/"})
    void aFolderChangesNothing(String place) throws Exception {
        write(place, "SELECT * FROM (VALUES (1, 'a', 5, 'u'), (2, 'b', 6, 'v')) AS t(x, \"Y\", year, c1)");
        Table table = folder.read(place + "t.parquet");
        assertThat(table.names()).containsExactly("x", "Y", "year", "c1");
        assertThat(table.columns().stream().map(TestFolder::cells))
                .containsExactly("[1][2]", "[a][b]", "[5][6]", "[u][v]");
    }

    @Test
    void onRequestTheyAreColumnsBehindThoseOfTheFile() throws Exception {
        write("year=2024/region=north%2Feast+/", "SELECT 1 AS a");
        write("year=2025/region=__HIVE_DEFAULT_PARTITION__/", "SELECT 2 AS a");
        Table table = folder.read("*/*/t.parquet", COLUMNS);
        assertThat(table.names()).containsExactly("a", "year", "region");
        assertThat(cells(table.column("year"))).isEqualTo("[2024][2025]");
        assertThat(cells(table.column("region"))).isEqualTo("[north/east+][]");
    }

    @Test
    void aColumnOfTheFileIsRefused() throws Exception {
        write("a=7/", "SELECT 1 AS a");
        assertThatThrownBy(() -> folder.read("a=7/t.parquet", COLUMNS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the column \"a\" is in the file and in the name of a folder (\"a=7\")");
        LinkedHashMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        wanted.put("a", ColumnKind.NUMBER);
        assertThatThrownBy(() ->
                        TableFiles.readInPieces(folder.path("a=7/t.parquet").toString(), COLUMNS, wanted, piece -> {}))
                .isInstanceOf(DataException.class);
    }

    /// DuckDB itself takes some letters in a name for a pattern.
    private void write(String place, String query) throws Exception {
        folder.writeParquet("t.parquet", query);
        if (!place.isEmpty()) {
            Files.createDirectories(folder.path(place));
            Files.move(folder.path("t.parquet"), folder.path(place + "t.parquet"));
        }
    }
}
