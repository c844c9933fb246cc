package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Table;
import slope.tables.ReadOptions.BadLines;

/// Lines of CSV with another number of fields than the header, where they may be left out.
class SkippedLinesTest {
    private static final ReadOptions SKIPPING = ReadOptions.none().badLines(BadLines.SKIPPED);
    private static final int MANY = 60_000; // rows, which are several blocks

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private Table read(String text, ReadOptions options) throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return TableFiles.read(file.toString(), options, new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void noted(String sentence) {
                notes.add(sentence.replace(folder.toString() + "/", ""));
            }
        });
    }

    @Test
    void theirRowsAreNotThereAndTheirNumberIsTold() throws Exception {
        Table table = read("a,b\n1,x\n2\n3,\"y\nz\"\n4,5,6\n7,w\n", SKIPPING);
        assertThat(TestFolder.cells(table.column("a"))).isEqualTo("[1][3][7]");
        assertThat(TestFolder.cells(table.column("b"))).isEqualTo("[x][y\nz][w]");
        assertThat(notes)
                .containsExactly("2 lines of t.csv are skipped: they have another number of fields than the header;"
                        + " the first is line 3");
    }

    @Test
    void oneIsToldByItsLine() throws Exception {
        assertThat(read("a,b\n1,x\n\n2\n", SKIPPING).rows()).isEqualTo(1);
        assertThat(notes)
                .containsExactly("line 4 of t.csv is skipped: it has another number of fields than the header");
    }

    @Test
    void whereAllLinesAreWholeNothingIsSaid() throws Exception {
        assertThat(read("a,b\n1,x\n\n2,y\n", SKIPPING).rows()).isEqualTo(2);
        assertThat(notes).isEmpty();
    }

    /// A mixed column is read twice; what is wrong with a cell is told with its own line, behind those that are left
    /// out.
    @Test
    void thePlacesOfOtherRowsStayTheirOwn() throws Exception {
        assertThat(TestFolder.cells(read("a\n7,\n7a\n8\n", SKIPPING).column("a")))
                .isEqualTo("[7a][8]");
        assertThat(notes).hasSize(1);
        assertThat(catchThrowable(() -> read("a,b\n1\n1,x\n2,x\n3,x\n4,x\nfive,x\n", SKIPPING)))
                .hasMessageContaining("t.csv:7: column \"a\" has \"five\"");
    }

    @Test
    void ofManyBlocksTheFirstIsTheFirst() throws Exception {
        StringBuilder text = new StringBuilder("number,text\n");
        for (int row = 1; row <= MANY; row++) {
            text.append(row).append(row % 1000 == 0 ? "\n" : ",some text that makes it longer\n");
        }
        assertThat(read(text.toString(), SKIPPING).rows()).isEqualTo(MANY - MANY / 1000);
        assertThat(notes)
                .containsExactly("60 lines of t.csv are skipped: they have another number of fields than the header;"
                        + " the first is line 1001");
    }

    @Test
    void aFileOfNothingElseHasNoRows() {
        assertThat(catchThrowable(() -> read("a,b\n1\n2\n", SKIPPING))).hasMessageContaining("has no rows");
    }
}
