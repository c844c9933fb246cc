package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.tables.TestFolder.cells;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Table;

/// What is read alike whatever it looks like in the file.
class CsvReadingTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void theDelimiterIsTheOneThatSplitsAlike() throws Exception {
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            Table table = folder.readCsv("a,b,c\n1,x,2\n3,y,4\n".replace(',', delimiter));
            assertThat(table.names()).containsExactly("a", "b", "c");
            assertThat(cells(table.column("c"))).isEqualTo("[2][4]");
        }
    }

    @Test
    void otherDelimitersAreText() throws Exception {
        Table table = folder.readCsv("a;note\n1;x, y | z\n2;w\n");
        assertThat(cells(table.column("note"))).isEqualTo("[x, y | z][w]");
    }

    @Test
    void aSingleColumnNeedsNoDelimiter() throws Exception {
        assertThat(cells(folder.readCsv("a\n1\n\n3\n").column("a"))).isEqualTo("[1][][3]");
    }

    @Test
    void everyLineEndAndNone() throws Exception {
        for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
            Table table = folder.readCsv("a,b\n1,x\n2,y".replace("\n", lineEnd));
            assertThat(cells(table.column("b"))).isEqualTo("[x][y]");
        }
    }

    @Test
    void quotedFieldsHoldDelimitersLineEndsAndQuotes() throws Exception {
        Table table = folder.readCsv("\"a\nb\",c\n\"x, \"\"y\"\"\nz\",1\n");
        assertThat(table.names()).containsExactly("a\nb", "c");
        assertThat(cells(table.columns().getFirst())).isEqualTo("[x, \"y\"\nz]");
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
        assertThat(folder.readCsv("\uFEFFa,b\n1,2\n").names()).containsExactly("a", "b");
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoColumns() throws Exception {
        Table table = folder.readCsv("a,A\n1,2\n");
        assertThat(cells(table.column("a")) + cells(table.column("A"))).isEqualTo("[1][2]");
    }

    @Test
    void aFileThatLooksLikeAPatternIsAFile() throws Exception {
        folder.write("d[1]*.csv", "a,b\n1,2\n");
        folder.write("d1.csv", "a,b\n3,4\n");
        assertThat(cells(folder.read("d[1]*.csv").column("a"))).isEqualTo("[1]");
    }

    @Test
    void packedFiles() throws Exception {
        folder.writePacked("t.csv.gz", "a,b\n1,x\n");
        folder.writePacked("t.TSV.GZ", "a\tb\n1\tx\n");
        assertThat(cells(folder.read("t.csv.gz").column("b"))).isEqualTo("[x]");
        assertThat(cells(folder.read("t.TSV.GZ").column("b"))).isEqualTo("[x]");
    }

    @Test
    void rowsStayInOrderInFilesThatAreReadByManyThreads() throws Exception {
        int rows = 300_000;
        folder.write(
                "long.csv",
                IntStream.range(0, rows)
                        .mapToObj(row -> row + ",t" + row % 7 + "\n")
                        .collect(Collectors.joining("", "number,text\n", "")));
        Table table = folder.read("long.csv");
        NumberColumn numbers = (NumberColumn) table.column("number");
        assertThat(numbers.rows()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(numbers.value(row)).isEqualTo(row);
            assertThat(table.column("text").text(row)).isEqualTo("t" + row % 7);
        }
    }

    @Test
    void fiveThousandColumns() throws Exception {
        String names = IntStream.range(0, 5_000).mapToObj(index -> "c_" + index).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 5_000)
                .mapToObj(index -> index % 10 == 0 ? "code_" + index : "0." + index)
                .collect(Collectors.joining(","));
        Table table = folder.readCsv(names + "\n" + cells + "\n" + cells + "\n");
        assertThat(table.columns()).hasSize(5_000);
        assertThat(table.column("c_4999").text(1)).isEqualTo("0.4999");
        assertThat(table.column("c_4990").kind()).isEqualTo(ColumnKind.CATEGORY);
    }

    @Test
    void recordsLongerThanDuckDbExpects() throws Exception {
        String text = "x".repeat(5_000_000);
        Table table = folder.readCsv("a,b\n1," + text + "\n2,y\n");
        assertThat(table.column("b").text(0)).hasSize(5_000_000);
        assertThat(table.column("b").text(1)).isEqualTo("y");
    }
}
