package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.internal.file.WholeFile;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class TableWritingTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of("row", 1, 2.5, Double.NaN),
            BooleanColumn.of("is, it", true, null, false),
            CategoryColumn.of("word \"w\"", "a\nb", " café; \"x\"", null));

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private String complaint(Table table, String name) {
        try {
            TableFiles.write(table, folder.path(name));
            throw new AssertionError("written");
        } catch (DataException refused) {
            return folder.withoutFolder(refused.getMessage());
        }
    }

    private List<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// No engine lies beside this module.
    @Test
    void parquetTakesAModuleOfItsOwn() throws Exception {
        String sentence =
                "Parquet files, DuckDB files and SQL over files need slope-duckdb, which is not there; add it to the"
                        + " class path or the module path";
        assertThat(complaint(TABLE, "t.parquet")).isEqualTo(sentence);
        folder.write("t.parquet", "PAR1\u0015\u0000");
        assertThat(folder.complaint("t.parquet")).isEqualTo(sentence);
    }

    @Test
    void everyKindOfFileIsReadBackAsItWas() {
        for (String name : new String[] {
            "t.csv", "t.tsv", "t.tab", "t.json", "t.jsonl", "t.ndjson", "t.csv.gz", "t.jsonl.gz", "T.JSON.GZ"
        }) {
            TableFiles.write(TABLE, folder.path(name));
            Table read = folder.read(name);
            assertThat(read.schema()).as(name).isEqualTo(TABLE.schema());
            for (String column : TABLE.names()) {
                assertThat(TestFolder.cells(read.column(column)))
                        .as(name + " " + column)
                        .isEqualTo(TestFolder.cells(TABLE.column(column)));
            }
        }
    }

    @Test
    void csvAsPeopleExpectIt() throws Exception {
        TableFiles.write(TABLE, folder.path("t.csv"));
        assertThat(folder.path("t.csv"))
                .hasContent("row,\"is, it\",\"word \"\"w\"\"\"\n1,true,\"a\nb\"\n2.5,,\" café; \"\"x\"\"\"\n,false,\n");
    }

    @Test
    void jsonAsPeopleExpectIt() throws Exception {
        TableFiles.write(Table.of(NumberColumn.of("x", 1, Double.NaN)), folder.path("t.json"));
        assertThat(Files.readString(folder.path("t.json"))).isEqualTo("[{\"x\":1},\n{\"x\":null}]\n");
        TableFiles.write(Table.of(NumberColumn.of("x", 1, Double.NaN)), folder.path("t.jsonl"));
        assertThat(Files.readString(folder.path("t.jsonl"))).isEqualTo("{\"x\":1}\n{\"x\":null}\n");
    }

    @Test
    void anOldFileIsReplacedAndNothingElseIsLeft() throws Exception {
        folder.write("t.csv", "old");
        TableFiles.write(Table.of(NumberColumn.of("x", 1)), folder.path("t.csv"));
        assertThat(folder.path("t.csv")).hasContent("x\n1\n");
        assertThat(filesThere()).containsExactly("t.csv");
    }

    @Test
    void aFailureLeavesTheOldFileAndNoPart() throws Exception {
        folder.write("t.csv", "old");
        assertThatThrownBy(() -> WholeFile.write(folder.path("t.csv"), part -> {
                    Files.writeString(part, "half of it");
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(DataException.class)
                .hasMessage("\"" + folder.path("t.csv")
                        + "\" cannot be written: the disk is full; make room and try again");
        assertThat(folder.path("t.csv")).hasContent("old");
        assertThat(filesThere()).containsExactly("t.csv");
    }

    @Test
    void placesWhereNothingCanBeWritten() throws Exception {
        assertThat(complaint(TABLE, "no/t.csv"))
                .isEqualTo("\"no/t.csv\" cannot be written: there is no folder \"no\"; make it first");
        Files.createDirectory(folder.path("f.csv"));
        assertThat(complaint(TABLE, "f.csv")).isEqualTo("\"f.csv\" is a folder; name a file to write");
        assertThat(complaint(TABLE, "t.xlsx"))
                .isEqualTo(
                        "the name \"t.xlsx\" does not tell how to write; known are .csv, .tsv, .tab, .parquet, .json,"
                                + " .jsonl and .ndjson, all but .parquet also with .gz");
        assertThat(complaint(new Table(List.of()), "t.csv"))
                .isEqualTo("a table without columns cannot be written to t.csv");
        assertThat(filesThere()).containsExactly("f.csv");
    }
}
