package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.tables.TestFolder.cells;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.ColumnKind;
import slope.table.Table;

class JsonFileTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private Table read(String json, ReadOptions options) throws IOException {
        folder.write("t.json", json);
        return folder.read("t.json", options);
    }

    private Table read(String json) throws IOException {
        return read(json, ReadOptions.none());
    }

    private String complaint(String json) throws IOException {
        folder.write("t.json", json);
        return folder.complaint("t.json");
    }

    @Test
    void linesArraysAndPrettyObjects() throws Exception {
        for (String json : new String[] {
            "{\"a\":1,\"b\":\"x\"}\n\n{\"a\":2.5,\"b\":\"y\"}\n",
            "[{\"a\": 1, \"b\": \"x\"},\n {\"a\": 2.5, \"b\": \"y\"}]\n",
            "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n{\n  \"a\": 2.5,\n  \"b\": \"y\"\n}",
            "\uFEFF[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"a\":2.5}]"
        }) {
            Table table = read(json);
            assertThat(cells(table.column("a")) + cells(table.column("b"))).isEqualTo("[1][2.5][x][y]");
        }
    }

    @Test
    void packedLines() throws Exception {
        folder.writePacked("t.ndjson.gz", "{\"a\":1}\n{\"a\":2}\n");
        assertThat(cells(folder.read("t.ndjson.gz").column("a"))).isEqualTo("[1][2]");
    }

    @Test
    void textInQuotesIsReadAsThatOfOtherFiles() throws Exception {
        Table table = read("[{\"n\": 1e2, \"t\": \"2\", \"f\": false, \"w\": \"true\"}, {\"f\": null}]");
        assertThat(table.column("n").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(table.column("t").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(table.column("f").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(table.column("w").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(cells(table.column("n")) + cells(table.column("f"))).isEqualTo("[100][][false][]");
    }

    @Test
    void namesMayComeLate() throws Exception {
        Table table = read("{\"a\":1}\n{\"b\":\"x\"}\n{\"B\":true}\n");
        assertThat(table.names()).containsExactly("a", "b", "B");
        assertThat(cells(table.column("b")) + cells(table.column("B"))).isEqualTo("[][x][][][][true]");
    }

    @Test
    void whatStandsForMissing() throws Exception {
        Table table = read(
                "[{\"x\":1,\"y\":\"n/a\"},{\"x\":-999,\"y\":\"b\"}]",
                ReadOptions.none().missing(Set.of("n/a", "-999")));
        assertThat(cells(table.column("x")) + cells(table.column("y"))).isEqualTo("[1][][][b]");
    }

    @Test
    void codesKeepTheirText() throws Exception {
        Table table = read(
                "[{\"x\":12345678901234567890},{\"x\":1.0}]", ReadOptions.none().categorical(Set.of("x")));
        assertThat(cells(table.column("x"))).isEqualTo("[12345678901234567890][1.0]");
    }

    @Test
    void textAmongNumbersIsRefusedWithTheLineOfItsRecord() throws Exception {
        assertThat(complaint("{\"a\":1}\n\n{\"a\":2}\n{\"a\":\"n/a\"}\n"))
                .isEqualTo("t.json:4: column \"a\" has \"n/a\"; a number was expected (treat \"n/a\" as"
                        + " missing, or read the column as categories, or leave the column out)");
    }

    @Test
    void infiniteNumbersAreRefused() throws Exception {
        assertThat(complaint("{\"a\":1}\n{\"a\":1e999}\n"))
                .startsWith("t.json:2: column \"a\" has \"1e999\", an infinite number;");
    }

    @Test
    void nestedValuesAreRefusedUnlessIgnored() throws Exception {
        String json = "{\"a\":1}\n{\"a\":2,\"b\":{\"c\":[1]}}\n";
        assertThat(complaint(json))
                .isEqualTo("t.json:2: column \"b\" has an object; only numbers, true/false and text can be read"
                        + " (leave the column out)");
        assertThat(complaint("{\"a\":[1,2]}")).startsWith("t.json:1: column \"a\" has a list; only");
        assertThat(read(json, ReadOptions.none().ignored(Set.of("b"))).names()).containsExactly("a");
    }

    @Test
    void recordsThatAreNone() throws Exception {
        assertThat(complaint("{\"a\":1}\n5\n"))
                .isEqualTo("t.json:2: a record was expected, such as {\"name\": 1}, and not a number");
        assertThat(complaint("[[1,2],[3,4]]"))
                .isEqualTo("t.json:1: a record was expected, such as {\"name\": 1}, and not a list");
    }

    @Test
    void namesThatAreTwiceOrNothing() throws Exception {
        assertThat(complaint("{\"a\":1,\"a\":2}")).isEqualTo("t.json:1: a record has \"a\" twice; names must differ");
        assertThat(complaint("{\"\":1}")).isEqualTo("t.json:1: a record has a value without a name; give each one");
    }

    @Test
    void textThatIsNoJson() throws Exception {
        assertThat(complaint("{\"a\":1}\n{\"a\" 2}\n"))
                .isEqualTo("t.json:2: this is not JSON at character 6; write the file again or mend the line");
        assertThat(complaint("a,b\n1,2\n")).startsWith("t.json:1: this is not JSON at character ");
        assertThat(complaint("[{\"a\":1}] x")).startsWith("t.json:1: this is not JSON at character ");
        assertThat(complaint("[{\"a\":1}] 2"))
                .isEqualTo("t.json:1: the array of records has ended, and something follows");
    }

    @Test
    void filesThatEndTooEarly() throws Exception {
        assertThat(complaint("{\"a\":1}\n{\"a\":"))
                .isEqualTo("t.json:2: the file ends in the middle of a record; copy or write it again");
        assertThat(complaint("[{\"a\":1},\n{\"a\":2}"))
                .isEqualTo("t.json:2: the file ends in the middle of a record; copy or write it again");
    }

    @Test
    void nothing() throws Exception {
        assertThat(complaint("")).isEqualTo("t.json is empty; objects with a value for each column were expected");
        assertThat(complaint("[]")).isEqualTo("t.json has no rows; at least one is needed");
        assertThat(complaint("{}")).isEqualTo("t.json has no column that is not ignored");
    }

    @Test
    void otherEncodings() throws Exception {
        folder.write("t.json", "{\"a\":\"x\"}\n{\"a\":\"café\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder.complaint("t.json")).isEqualTo("t.json:2: the text is not UTF-8; save the file as UTF-8");
    }

    /// Python writes these, though JSON has no such numbers.
    @Test
    void numbersThatAreNone() throws Exception {
        folder.write("t.json", "[{\"a\": NaN}, {\"a\": 2}, {\"a\": -1.0}]");
        assertThat(cells(folder.read("t.json", ReadOptions.none().missing(Set.of("-1")))
                        .column("a")))
                .isEqualTo("[][2][]");
        assertThat(complaint("[{\"a\": 2},\n{\"a\": -Infinity}]"))
                .startsWith("t.json:2: column \"a\" has \"-Infinity\", an infinite number");
    }
}
