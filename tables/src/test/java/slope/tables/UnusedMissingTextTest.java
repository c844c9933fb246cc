package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.ColumnKind;

/// Texts of missing values that no cell has.
class UnusedMissingTextTest {
    private static final String CSV = "city,n,code\nN/A,-999.0,7\nRome,1,7a\nRome,,-1\n";

    private static final ReadOptions READING = ReadOptions.none().categorical(Set.of("code"));

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void theNearestTextIsTold() throws Exception {
        assertThat(unused(READING.missing(Set.of("n/a", "-999"))))
                .containsExactly("no cell is \"n/a\", which was to be missing; did you mean \"N/A\"?");
    }

    @Test
    void aColumnIsTold() throws Exception {
        assertThat(unused(READING.missing("city", Set.of("-1", "Rome")).missing(Set.of("-1"))))
                .containsExactly("no cell of \"city\" is \"-1\", which was to be missing");
    }

    @Test
    void whatCellsHaveIsNotTold() throws Exception {
        assertThat(unused(READING.missing(Set.of(" N/A ", "-999", "7", "-1")))).isEmpty();
    }

    @Test
    void inPiecesToo() throws Exception {
        folder.write("t.csv", CSV);
        List<String> unused = new ArrayList<>();
        SequencedMap<String, ColumnKind> wanted = new LinkedHashMap<>(Map.of("city", ColumnKind.CATEGORY));
        TableFiles.readInPieces(
                TableSource.of(folder.path("t.csv").toString()),
                READING.missing("city", Set.of("-1")).missing(Set.of("zz")),
                wanted,
                new LinkedHashMap<>(),
                new ReadListener() {
                    @Override
                    public void read(long bytes, long allBytes) {}

                    @Override
                    public void unused(UnusedMissingText text) {
                        unused.add(text.sentence());
                    }
                },
                piece -> {});
        assertThat(unused)
                .containsExactly(
                        "no cell is \"zz\", which was to be missing",
                        "no cell of \"city\" is \"-1\", which was to be missing");
    }

    private List<String> unused(ReadOptions options) throws Exception {
        folder.write("t.csv", CSV);
        List<String> unused = new ArrayList<>();
        TableFiles.read(folder.path("t.csv").toString(), options, new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void unused(UnusedMissingText text) {
                unused.add(text.sentence());
            }
        });
        return unused;
    }
}
