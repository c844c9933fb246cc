package slope.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.duckdb.TestFolder.cells;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Table;
import slope.tables.ReadOptions;

class ParquetFileTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void everyTypeHasItsKind() throws Exception {
        folder.writeParquet("t.parquet", """
            SELECT 1::TINYINT AS tiny, 2::BIGINT AS big, 3::UBIGINT AS unsigned, 4.5::FLOAT AS narrow, 5.25::DOUBLE AS wide,
                6.75::DECIMAL(9, 2) AS exact, true AS truth, 'word' AS word, 'b'::ENUM ('a', 'b') AS choice
            UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL\
            """);
        Table table = folder.read("t.parquet");
        for (String name : new String[] {"tiny", "big", "unsigned", "narrow", "wide", "exact"}) {
            assertThat(table.column(name).kind()).as(name).isEqualTo(ColumnKind.NUMBER);
        }
        assertThat(cells(table.column("exact"))).isEqualTo("[6.75][]");
        assertThat(table.column("truth").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(cells(table.column("truth"))).isEqualTo("[true][]");
        assertThat(table.column("word").kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(cells(table.column("word"))).isEqualTo("[word][]");
        assertThat(cells(table.column("choice"))).isEqualTo("[b][]");
    }

    @Test
    void datesAndMomentsAreDatesAndTimesOfDayAreSeconds() throws Exception {
        folder.writeParquet("t.parquet", """
            SELECT DATE '2026-11-23' AS day, TIME '19:48:05' AS hour, TIMESTAMP '2026-11-23 19:48:05' AS moment,
                TIMESTAMPTZ '2026-11-23 19:48:05+02' AS instant\
            """);
        Table table = folder.read("t.parquet");
        assertThat(cells(table.column("day"))).isEqualTo("[2026-11-23]");
        assertThat(cells(table.column("hour"))).isEqualTo("[71285]");
        assertThat(cells(table.column("moment"))).isEqualTo("[2026-11-23T19:48:05]");
        assertThat(cells(table.column("instant"))).isEqualTo("[2026-11-23T17:48:05]");
        assertThat(List.of("day", "moment", "instant"))
                .allMatch(name -> table.column(name).kind() == ColumnKind.DATE);
        assertThat(table.column("hour").kind()).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void textIsReadAsThatOfOtherFiles() throws Exception {
        folder.writeParquet(
                "t.parquet",
                "SELECT '1.5' AS a, 'true' AS b, '$1,234.50' AS c, '31 Jan 2011' AS d, 'word' AS e, '01' AS f");
        Table table = folder.read("t.parquet");
        assertThat(table.columns().stream().map(Column::kind))
                .containsExactly(
                        ColumnKind.NUMBER,
                        ColumnKind.BOOLEAN,
                        ColumnKind.NUMBER,
                        ColumnKind.DATE,
                        ColumnKind.CATEGORY,
                        ColumnKind.CATEGORY);
        assertThat(cells(table.column("c")) + cells(table.column("d"))).isEqualTo("[1234.5][2011-01-31]");
    }

    @Test
    void longIntegersStayWhatTheyAre() throws Exception {
        folder.writeParquet(
                "t.parquet",
                "SELECT 1000000000000000001 + range AS a, 5 + range AS b,"
                        + " (10000000000000000000000000000001 + range)::DECIMAL(38, 0) AS c FROM range(2)");
        Table table = folder.read("t.parquet");
        assertThat(cells(table.column("a"))).isEqualTo("[1000000000000000001][1000000000000000002]");
        assertThat(cells(table.column("b"))).isEqualTo("[5][6]");
        assertThat(cells(table.column("c")))
                .isEqualTo("[10000000000000000000000000000001][10000000000000000000000000000002]");
    }

    @Test
    void codesAreTheTextThatACsvFileWouldHave() throws Exception {
        folder.writeParquet(
                "t.parquet", "SELECT 9007199254740993::BIGINT AS a, 1.0::DOUBLE AS b, 1.5::DOUBLE AS c, true AS d");
        Table table = folder.read("t.parquet", ReadOptions.none().categorical(Set.of("a", "b", "c", "d")));
        assertThat(cells(table.column("a")) + cells(table.column("b")) + cells(table.column("c")))
                .isEqualTo("[9007199254740993][1][1.5]");
        assertThat(cells(table.column("d"))).isEqualTo("[true]");
        assertThat(table.column("d").kind()).isEqualTo(ColumnKind.CATEGORY);
    }

    @Test
    void whatStandsForMissing() throws Exception {
        folder.writeParquet(
                "t.parquet",
                "SELECT unnest([1.0, -999, 'nan'::DOUBLE, 'inf'::DOUBLE]) AS x, unnest(['a', '?', '', '-999']) AS y");
        Table table = folder.read("t.parquet", ReadOptions.none().missing(Set.of("-999", "?", "inf")));
        assertThat(cells(table.column("x"))).isEqualTo("[1][][][]");
        assertThat(cells(table.column("y"))).isEqualTo("[a][][][]");
    }

    @Test
    void infiniteNumbersAreRefused() throws Exception {
        folder.writeParquet("t.parquet", "SELECT unnest([1.0, 2.0, '-inf'::DOUBLE]) AS x");
        assertThat(folder.complaint("t.parquet"))
                .isEqualTo(
                        "t.parquet, row 3: column \"x\" has \"-inf\", an infinite number; networks need finite numbers"
                                + " (treat \"-inf\" as missing, or leave the column out)");
    }

    @Test
    void nestedValuesAreRefusedUnlessIgnored() throws Exception {
        folder.writeParquet("t.parquet", "SELECT 1 AS x, [1, 2] AS list, {'a': 1} AS record, 'ab'::BLOB AS bytes");
        assertThat(folder.complaint("t.parquet"))
                .isEqualTo(
                        "t.parquet: column \"list\" has values of type INTEGER[]; only numbers, true/false and text can"
                                + " be read (leave the column out)");
        Table table = folder.read("t.parquet", ReadOptions.none().ignored(Set.of("list", "record", "bytes")));
        assertThat(table.names()).containsExactly("x");
    }

    @Test
    void filesOfAPatternMayDifferInWidthButNotInKind() throws Exception {
        folder.writeParquet("aa.parquet", "SELECT 1::INTEGER AS x");
        folder.writeParquet("ab.parquet", "SELECT 2.5::DOUBLE AS x");
        assertThat(cells(folder.read("a*.parquet").column("x"))).isEqualTo("[1][2.5]");
    }

    @Test
    void noRows() throws Exception {
        folder.writeParquet("t.parquet", "SELECT 1 AS x WHERE false");
        assertThat(folder.complaint("t.parquet")).isEqualTo("t.parquet has no rows; at least one is needed");
    }

    @Test
    void fractionsOfASecondAreLeftOutAndThatIsSaid() throws Exception {
        folder.writeParquet(
                "t.parquet",
                "SELECT TIMESTAMP '2026-11-23 19:48:00' + INTERVAL (i * 250) MILLISECOND AS at,"
                        + " TIMESTAMP '1969-12-31 23:59:59.5' AS before, DATE '9999-12-31' AS last"
                        + " FROM range(6) AS t(i)");
        Table table = folder.read("t.parquet");
        assertThat(table.column("at").text(5)).isEqualTo("2026-11-23T19:48:01");
        assertThat(table.column("at").written().orElseThrow().toString())
                .isEqualTo("\"2026-11-23T19:48:00.250\" (2026-11-23T19:48; fractions of a second are left out)");
        assertThat(table.column("before").text(0)).isEqualTo("1969-12-31T23:59:59");
        assertThat(table.column("last").text(0)).isEqualTo("9999-12-31");
        assertThat(table.column("last").written()).isEmpty();
    }

    @Test
    void filesThatAreNone() throws Exception {
        folder.write("empty.parquet", "");
        assertThat(folder.complaint("empty.parquet")).isEqualTo("empty.parquet is empty; it is no Parquet file");
        folder.write("text.parquet", "a,b\n1,2\n".repeat(10));
        assertThat(folder.complaint("text.parquet"))
                .isEqualTo("text.parquet holds text; rename it to end in .csv, .tsv or .json");
        folder.write("zip.parquet", "PK\u0003\u0004".repeat(10));
        assertThat(folder.complaint("zip.parquet"))
                .isEqualTo("zip.parquet holds a zip archive or an Excel workbook; unpack it, or save the sheet as CSV");
        folder.writeParquet("t.parquet", "SELECT i AS x FROM range(100000) AS t(i)");
        byte[] whole = Files.readAllBytes(folder.path("t.parquet"));
        folder.write("cut.parquet", Arrays.copyOf(whole, whole.length / 2));
        assertThat(folder.complaint("cut.parquet"))
                .isEqualTo("cut.parquet is no Parquet file, or a damaged one; write or copy it again");
    }
}
