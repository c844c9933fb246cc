package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Table;
import slope.tables.ReadOptions.FirstLine;

/// Files whose first line is a row.
class FirstLineTest {
    private static final ReadOptions ROW = ReadOptions.none().firstLine(FirstLine.ROW);

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void itIsReadAsOne() throws Exception {
        Table table = folder.readCsv("5.1,\"a,b\"\n4,c\n", ROW);
        assertThat(table.names()).containsExactly("c1", "c2");
        assertThat(TestFolder.cells(table.column("c1"))).isEqualTo("[5.1][4]");
        assertThat(TestFolder.cells(table.column("c2"))).isEqualTo("[a,b][c]");
    }

    @Test
    void behindTheLineThatTellsTheDelimiter() throws Exception {
        assertThat(folder.readCsv("sep=;\n1;2\n3;4\n", ROW).rows()).isEqualTo(2);
    }

    @Test
    void linesAreCountedFromIt() throws Exception {
        assertThat(folder.csvComplaint("1,x\n2,x\n3,x\n4,x\nfive,x\n", ROW)).startsWith("t.csv:5: column \"c1\"");
        assertThat(folder.csvComplaint("x1,x\n2,x\n3,x\n4,x\n5,x\n", ROW)).startsWith("t.csv:1: column \"c1\"");
        assertThat(folder.csvComplaint("1,x\n2\n", ROW)).startsWith("t.csv:2: found 1 field, wanted 2");
    }

    /// As R writes tables: the header has a name less.
    @Test
    void rowNamesComeBeforeTheOthers() throws Exception {
        String rows = "\"Mazda RX4\",21,6\n\"Datsun 710\",22.8,4\nA,1,\nB,2,4\nC,3,6\n";
        Table table = folder.readCsv("\"mpg\",\"cyl\"\n" + rows);
        assertThat(table.names()).containsExactly("Unnamed: 0", "mpg", "cyl");
        assertThat(TestFolder.cells(table.column("mpg"))).isEqualTo("[21][22.8][1][2][3]");
    }

    @Test
    void anotherFieldTooManyIsNone() throws Exception {
        String sentence = "t.csv:2: found 3 fields, wanted 2 as in the header";
        assertThat(folder.csvComplaint("a,b\n1,2,\n3,4,\n5,6,\n7,8,\n9,0,\n")).startsWith(sentence);
        assertThat(folder.csvComplaint("a,b\n1,2,3\n3,4\n")).startsWith(sentence);
        assertThat(folder.csvComplaint("a,b\n1,2,3\n1,4,5\n2,6,7\n3,6,7\n4,6,7\n"))
                .startsWith(sentence);
    }

    @Test
    void aStreamHasItToo() {
        byte[] text = "1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);
        Table table = TableFiles.read(new ByteArrayInputStream(text), "rows", ROW.categorical(Set.of("c1")));
        assertThat(TestFolder.cells(table.column("c1"))).isEqualTo("[1][2]");
    }

    @Test
    void namesAreFoundWithoutRows() throws Exception {
        folder.write("t.csv", "sep=;\na;\"b;c\"\n1;2\n");
        folder.write("t.json", "[{\"a\": [1, {\"x\": 2}], \"b\": 3}, {\"c\": 1}]");
        assertThat(TableFiles.names(TableSource.of(folder.path("t.csv").toString()), ReadOptions.none()))
                .containsExactly("a", "b;c");
        assertThat(TableFiles.names(TableSource.of(folder.path("t.csv").toString()), ROW))
                .containsExactly("c1", "c2");
        assertThat(TableFiles.names(TableSource.of(folder.path("t.json").toString()), ReadOptions.none()))
                .containsExactly("a", "b");
    }
}
