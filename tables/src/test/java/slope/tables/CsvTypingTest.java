package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.tables.TestFolder.cells;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Table;

/// What the columns of a text file are taken for, and what is refused instead of guessed.
class CsvTypingTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private static ReadOptions categorical(String... names) {
        return ReadOptions.none().categorical(Set.of(names));
    }

    private static ReadOptions ignored(String... names) {
        return ReadOptions.none().ignored(Set.of(names));
    }

    private static ReadOptions missing(String... texts) {
        return ReadOptions.none().missing(Set.of(texts));
    }

    @Test
    void numbersInEveryWriting() throws Exception {
        NumberColumn numbers = (NumberColumn)
                folder.readCsv("x\n1\n-2.5\n+3\n.5\n7.\n1e3\n1E-2\n 8 \n0.1\n").column("x");
        double[] wanted = {1, -2.5, 3, 0.5, 7, 1000, 0.01, 8, 0.1};
        for (int row = 0; row < wanted.length; row++) {
            assertThat(numbers.value(row)).isEqualTo(wanted[row]);
        }
    }

    @Test
    void leadingZerosMakeCodes() throws Exception {
        Table table = folder.readCsv("zip,n,part,t\n01,0,0.5,00.5\n1,10,00,1\n,0,1,2\n001,-0,2,3\n");
        assertThat(cells(table.column("zip"))).isEqualTo("[01][1][][001]");
        assertThat(table.column("n").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(table.column("part").kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(table.column("t").kind()).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void codesAreNumbersWhereThatIsSaid() throws Exception {
        ReadOptions numeric = ReadOptions.none().numeric(Set.of("zip"));
        assertThat(cells(folder.readCsv("zip,n\n01,1\n10,2\n", numeric).column("zip")))
                .isEqualTo("[1][10]");
        assertThat(folder.csvComplaint("zip,n\n01,1\nA1,2\n", numeric))
                .startsWith("t.csv:3: column \"zip\" has \"A1\"");
        assertThat(cells(folder.readCsv("zip,n\n00,1\n10,2\n", missing("00")).column("zip")))
                .isEqualTo("[][10]");
    }

    /// A test file may have no leading zero by chance.
    @Test
    void columnsAreOfTheKindOfAnotherTable() throws Exception {
        ReadOptions like = ReadOptions.none().asIn(folder.readCsv("zip,n\n01,1\n10,2\n"));
        Table table = folder.readCsv("zip,n\n7,01\n10,2\n", like);
        assertThat(cells(table.column("zip"))).isEqualTo("[7][10]");
        assertThat(table.column("n").kind()).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void aMissingNumberIsKnownInEveryWriting() throws Exception {
        Table table = folder.readCsv("x,c\n-999.0,-999.0\n-9.99e2,b\n -999 ,-999\n5,7a\n", missing("-999"));
        assertThat(cells(table.column("x"))).isEqualTo("[][][][5]");
        assertThat(cells(table.column("c"))).isEqualTo("[-999.0][b][][7a]");
    }

    @Test
    void truthInEveryCase() throws Exception {
        Table table = folder.readCsv("x,n\ntrue,1\nFALSE,2\n,3\nTrue,4\n");
        assertThat(table.column("x").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(cells(table.column("x"))).isEqualTo("[true][false][][true]");
    }

    @Test
    void everythingElseIsText() throws Exception {
        Table table = folder.readCsv("x,n\nred,1\n blue ,2\n,3\n\"a, b\",4\n");
        assertThat(table.column("x").kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(cells(table.column("x"))).isEqualTo("[red][ blue ][][a, b]");
    }

    @Test
    void emptyAndBlankCellsAreMissing() throws Exception {
        Table table = folder.readCsv("x,y\n1,a\n,\"\"\n  ,  \n2,b\n");
        assertThat(cells(table.column("x"))).isEqualTo("[1][][][2]");
        assertThat(cells(table.column("y"))).isEqualTo("[a][][][b]");
    }

    @Test
    void aColumnWithoutValuesCountsAsNumbers() throws Exception {
        Table table = folder.readCsv("x,y\n,1\n,2\n");
        assertThat(table.column("x").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(table.column("x").missingCount()).isEqualTo(2);
    }

    @Test
    void aSingleTextAmongNumbersIsRefused() throws Exception {
        assertThat(folder.csvComplaint("a,petal_length\n\"two\nlines\",1\nx,2.5\ny,n/a\nz,3\n"))
                .isEqualTo("t.csv:5: column \"petal_length\" has \"n/a\"; a number was expected"
                        + " (treat \"n/a\" as missing,"
                        + " or read the column as categories, or leave the column out)");
    }

    @Test
    void theAdviceOfTheSentenceWorks() throws Exception {
        String text = "x\n1\n2.50\n n/a\n3\n";
        assertThat(cells(folder.readCsv(text, missing("n/a")).column("x"))).isEqualTo("[1][2.5][][3]");
        assertThat(cells(folder.readCsv(text, categorical("x")).column("x"))).isEqualTo("[1][2.50][ n/a][3]");
    }

    @Test
    void asManyNumbersAsTextsAreText() throws Exception {
        // Half and half: read once more, so that the numbers are as they were written.
        Table table = folder.readCsv("x,n\n7a,1\n1.0,2\nNaN,3\n007,4\n8b,5\n");
        assertThat(cells(table.column("x"))).isEqualTo("[7a][1.0][NaN][007][8b]");
        assertThat(table.column("n").kind()).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void codesThatAreMostlyNumbersAreText() throws Exception {
        StringBuilder text = new StringBuilder("ticket\n");
        IntStream.range(0, 50).forEach(row -> text.append("113%02d\n".formatted(row)));
        IntStream.range(0, 20).forEach(row -> text.append("PC %d\n".formatted(row)));
        Column tickets = folder.readCsv(text.toString()).column("ticket");
        assertThat(tickets.kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(cells(tickets)).startsWith("[11300][11301]").endsWith("[PC 18][PC 19]");
    }

    @Test
    void manyEqualTextsAmongNumbersAreNoCodes() throws Exception {
        String text = "x\n" + "1\n".repeat(50) + "unknown\n".repeat(40);
        assertThat(folder.csvComplaint(text)).startsWith("t.csv:52: column \"x\" has \"unknown\"; a number");
    }

    @Test
    void aFewMistakesInALongColumnAreNoCodes() throws Exception {
        StringBuilder text = new StringBuilder("x\n" + "1\n".repeat(5_000));
        IntStream.range(0, 20).forEach(row -> text.append("l%d\n".formatted(row)));
        assertThat(folder.csvComplaint(text.toString())).startsWith("t.csv:5002: column \"x\" has \"l0\"; a number");
    }

    /// The cells of a long column are those of its text, wherever the first cell of another kind stands: in the first
    /// block of the file or behind some of numbers, which are written as whole numbers are or otherwise.
    @ParameterizedTest
    @CsvSource({
        "'', A7, 0",
        "'', A7, 150000",
        "'', 007, 150000",
        "'', nan, 150000",
        "'', true, 150000",
        "'', 12, 0",
        ".50, A7, 150000",
        "+, A7, 150000",
        "true, A7, 150000",
        "nan, A7, 150000",
        "A, 12, 150000"
    })
    void aLongColumnOfSeveralKindsKeepsItsText(String added, String other, int first) throws Exception {
        int rows = 200_000;
        String[] texts = new String[rows];
        for (int row = 0; row < rows; row++) {
            boolean isOther = row >= first && row % 2 == 0;
            texts[row] = isOther ? other + (row % 1000) + "x" : written(added, row % 500);
        }
        texts[first] = other;
        StringBuilder csv = new StringBuilder("c,y\n");
        for (String text : texts) {
            csv.append(text).append(",1\n");
        }
        Column column = folder.readCsv(csv.toString()).column("c");
        assertThat(column.kind()).isEqualTo(ColumnKind.CATEGORY);
        for (int row = 0; row < rows; row++) {
            assertThat(column.text(row)).isEqualTo(texts[row]);
        }
    }

    private static String written(String added, int number) {
        return switch (added) {
            case "true", "nan" -> added;
            case "+", "A" -> added + number;
            default -> number + added;
        };
    }

    @Test
    void truthAmongTextIsText() throws Exception {
        assertThat(cells(folder.readCsv("x\nTrue\nmaybe\nfalse\n").column("x"))).isEqualTo("[True][maybe][false]");
    }

    @Test
    void truthAmongNumbersIsRefused() throws Exception {
        assertThat(folder.csvComplaint("x\n1\n0\nTRUE\n")).startsWith("t.csv:4: column \"x\" has \"TRUE\"; a number");
    }

    @Test
    void notANumberIsAMissingNumber() throws Exception {
        Table table = folder.readCsv("x\n1\nNaN\nnan\n2\n");
        assertThat(table.column("x").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(cells(table.column("x"))).isEqualTo("[1][][][2]");
    }

    @Test
    void infiniteNumbersAreRefused() throws Exception {
        assertThat(folder.csvComplaint("x\n1\n-inf\n"))
                .isEqualTo("t.csv:3: column \"x\" has \"-inf\", an infinite number; networks need finite numbers (treat"
                        + " \"-inf\" as missing, or leave the column out)");
        assertThat(folder.csvComplaint("x\n1\n1e999\n")).startsWith("t.csv:3: column \"x\" has \"1e999\", an infinite");
        assertThat(folder.csvComplaint("x\nInfinity\n"))
                .startsWith("t.csv:2: column \"x\" has \"Infinity\", an infinite");
        assertThat(cells(folder.readCsv("x\n1\n-inf\n", missing("-inf")).column("x")))
                .isEqualTo("[1][]");
    }

    @Test
    void underscoresAreNotPartOfNumbers() throws Exception {
        // DuckDB alone would read 2021_01 as 202101.
        assertThat(cells(folder.readCsv("x,n\n2021_01,1\n2021_02,2\n").column("x")))
                .isEqualTo("[2021_01][2021_02]");
        assertThat(folder.csvComplaint("x\n1\n2\n3_4\n")).startsWith("t.csv:4: column \"x\" has \"3_4\"; a number");
    }

    @Test
    void decimalCommasAreRead() throws Exception {
        assertThat(cells(folder.readCsv("x;y\n1,5;a\n2;b\n").column("x"))).isEqualTo("[1.5][2]");
        assertThat(cells(folder.readCsv("x;y\n1,5;a\n2;b\n", categorical("x")).column("x")))
                .isEqualTo("[1,5][2]");
    }

    @Test
    void numbersMayStandForMissingOnes() throws Exception {
        Table table = folder.readCsv("x,y\n1,a\n-999,-999\n-999.0,b\n", missing("-999"));
        assertThat(cells(table.column("x"))).isEqualTo("[1][][]");
        assertThat(cells(table.column("y"))).isEqualTo("[a][][b]");
        Table dates = folder.readCsv("x,day\n1,2020-01-31\n2,-999.0\n3,2020-02-01\n", missing("-999"));
        assertThat(dates.column("day").kind()).isEqualTo(ColumnKind.DATE);
    }

    @Test
    void codesKeepTheirText() throws Exception {
        Table table = folder.readCsv("zip\n00501\n1.0\n12345678901234567890\n", categorical("zip"));
        assertThat(table.column("zip").kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(cells(table.column("zip"))).isEqualTo("[00501][1.0][12345678901234567890]");
    }

    @Test
    void aCategoricalColumnWithoutValuesStaysCategorical() throws Exception {
        assertThat(folder.readCsv("x,y\n,1\n", categorical("x")).column("x").kind())
                .isEqualTo(ColumnKind.CATEGORY);
    }

    @Test
    void ignoredColumnsAreNotEvenLookedAt() throws Exception {
        Table table = folder.readCsv("x,y\n1,1\nn/a,2\ninf,3\n", ignored("x"));
        assertThat(table.names()).containsExactly("y");
    }

    @Test
    void optionsAboutUnknownColumnsAreRefused() throws Exception {
        assertThat(folder.csvComplaint("species,x\na,1\n", ignored("specie")))
                .isEqualTo("there is no column \"specie\"; did you mean \"species\"?");
        assertThat(folder.csvComplaint("species,x\na,1\n", categorical("q123456")))
                .isEqualTo("there is no column \"q123456\"; the columns are species, x");
    }

    @Test
    void ignoringEverythingIsRefused() throws Exception {
        assertThat(folder.csvComplaint("x,y\n1,2\n", ignored("x", "y")))
                .isEqualTo("t.csv has no column that is not ignored");
    }
}
