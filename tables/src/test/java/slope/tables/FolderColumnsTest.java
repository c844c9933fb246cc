package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slope.tables.TestFolder.cells;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadOptions.Folders;

/// Folders such as `year=2024` mean nothing unless somebody says so.
class FolderColumnsTest {
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
        Files.createDirectories(folder.path(place));
        folder.write(place + "t.csv", "x,Y,year,c1\n1,a,5,u\n2,b,6,v\n");
        folder.write(
                place + "t.json",
                "[{\"x\":1,\"Y\":\"a\",\"year\":5,\"c1\":\"u\"},{\"x\":2,\"Y\":\"b\",\"year\":6,\"c1\":\"v\"}]");
        for (String name : List.of("t.csv", "t.json")) {
            Table table = folder.read(place + name);
            assertThat(table.names()).containsExactly("x", "Y", "year", "c1");
            assertThat(table.columns().stream().map(TestFolder::cells))
                    .containsExactly("[1][2]", "[a][b]", "[5][6]", "[u][v]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.json"})
    void onRequestTheyAreColumnsBehindThoseOfTheFile(String name) throws Exception {
        write("year=2024/region=north%2Feast+/x=/" + name);
        write("year=2025/region=__HIVE_DEFAULT_PARTITION__/x=/" + name);

        Table table = folder.read("*/*/*/" + name, COLUMNS);

        assertThat(table.names()).containsExactly("a", "year", "region", "x");
        assertThat(table.column("year").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(cells(table.column("year"))).isEqualTo("[2024][2024][2025][2025]");
        assertThat(cells(table.column("region"))).isEqualTo("[north/east+][north/east+][][]");
        assertThat(cells(table.column("x"))).isEqualTo("[][][][]");
        assertThat(cells(table.column("a"))).isEqualTo("[1][2][1][2]");
    }

    @Test
    void theirCellsTellWhatTheyHold() throws Exception {
        for (String day : List.of("2024-01-31", "2024-02-01")) {
            write("day=%s/holiday=TRUE/code=007/n=-999/t.csv".formatted(day));
        }
        ReadOptions options = ReadOptions.none()
                .categorical(Set.of("code"))
                .missing(Set.of("-999"))
                .folders(Folders.COLUMNS);

        Table table = folder.read("*/*/*/*/t.csv", options);

        assertThat(table.column("day").kind()).isEqualTo(ColumnKind.DATE);
        assertThat(table.column("holiday").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(cells(table.column("code"))).isEqualTo("[007][007][007][007]");
        assertThat(table.column("n").missingCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.json"})
    void aColumnOfTheFileIsRefused(String name) throws Exception {
        write("a=7/" + name);

        assertThatThrownBy(() -> folder.read("a=7/" + name, COLUMNS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the column \"a\" is in the file and in the name of a folder (\"a=7\")");
        assertThatThrownBy(() -> pieces("a=7/" + name)).isInstanceOf(DataException.class);
    }

    @Test
    void aColumnThatTwoFoldersNameIsRefused() throws Exception {
        write("k=1/k=2/t.csv");

        assertThatThrownBy(() -> folder.read("k=1/k=2/t.csv", COLUMNS))
                .hasMessageContaining("two folders name the column \"k\"");
    }

    @Test
    void filesOfOneTableHaveTheSameFolders() throws Exception {
        write("k=1/t.csv");
        write("other/t.csv");

        assertThatThrownBy(() -> folder.read("*/t.csv", COLUMNS)).hasMessageContaining("has no column \"k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.json"})
    void piecesHaveThemToo(String name) throws Exception {
        write("year=2024/" + name);
        write("year=2025/" + name);

        assertThat(pieces("*/" + name)).containsExactly("[1][2]", "[2024][2024]", "[1][2]", "[2025][2025]");
    }

    private List<String> pieces(String name) {
        LinkedHashMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        wanted.put("a", ColumnKind.NUMBER);
        wanted.put("year", ColumnKind.NUMBER);
        List<String> cells = new ArrayList<>();
        TableFiles.readInPieces(
                folder.path(name).toString(),
                COLUMNS,
                wanted,
                piece -> piece.columns().forEach(column -> cells.add(TestFolder.cells(column))));
        return cells;
    }

    /// Two rows with a column a.
    private void write(String name) throws Exception {
        Files.createDirectories(folder.path(name).getParent());
        switch (name.substring(name.lastIndexOf('.'))) {
            case ".csv" -> folder.write(name, "a\n1\n2\n");
            default -> folder.write(name, "{\"a\":1}\n{\"a\":2}\n");
        }
    }
}
