package slope.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static slope.tables.TestFolder.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZippedFileTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private void zip(String name, String... namesAndTexts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path.resolve(name)))) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        }
    }

    @Test
    void theOneFileIsRead() throws Exception {
        zip("a.csv.zip", "a.csv", "x,y\n1,a\n2,b\n");
        zip("b.zip", "data/", "", "__MACOSX/._b.tsv", "junk", "data/b.tsv", "x\ty\n1\ta,b\n2\tc\n", ".DS_Store", "j");
        zip("c.ZIP", "c.jsonl", "{\"x\": 1}\n{\"x\": 2}\n");
        assertThat(cells(folder.read("a.csv.zip").column("y"))).isEqualTo("[a][b]");
        assertThat(cells(folder.read("b.zip").column("y"))).isEqualTo("[a,b][c]");
        assertThat(cells(folder.read("c.ZIP").column("x"))).isEqualTo("[1][2]");
    }

    @Test
    void placesAreThoseOfTheFileInIt() throws Exception {
        zip("a.zip", "a.csv", "x\n1\n2\noops\n");
        assertThat(folder.complaint("a.zip")).startsWith("a.zip:4: column \"x\" has \"oops\"");
    }

    @Test
    void everythingElseIsRefused() throws Exception {
        zip("none.zip", "folder/", "");
        zip("two.zip", "a.csv", "x\n1\n", "b.csv", "x\n2\n");
        zip("packed.zip", "a.csv.gz", "?");
        zip("parquet.zip", "a.parquet", "?");
        zip("other.zip", "a.sav", "?");
        folder.write("broken.zip", "x\n1\n");
        assertThat(folder.complaint("none.zip")).isEqualTo("none.zip is a zip file without a file in it");
        assertThat(folder.complaint("two.zip"))
                .isEqualTo("two.zip holds 2 files: a.csv, b.csv; unpack it and name the one to read");
        assertThat(folder.complaint("packed.zip"))
                .isEqualTo("packed.zip holds \"a.csv.gz\", which is packed in itself; unpack the zip file and name that"
                        + " one");
        assertThat(folder.complaint("parquet.zip")).contains("which is packed in itself");
        assertThat(folder.complaint("other.zip")).startsWith("\"a.sav\" is an SPSS file, which is not read");
        assertThat(folder.complaint("broken.zip"))
                .isEqualTo("broken.zip is no zip file, or a damaged one; pack it again");
    }

    @ParameterizedTest
    @CsvSource({
        "t.xls, a spreadsheet", "t.ods, a spreadsheet", "t.sav, an SPSS file", "t.dta, a Stata file",
        "t.sas7bdat, a SAS file", "t.rds, an R file", "t.PKL, a Python pickle", "t.feather, an Arrow file",
        "t.arrow, an Arrow file", "t.orc, an ORC file", "t.avro, an Avro file", "t.mat, a MATLAB file",
        "t.html, a document", "t.xml, a document", "t.yaml, a document", "t.csv.bz2, a packed file",
    })
    void whatIsNotReadIsSaidWithAWayToConvertIt(String name, String words) throws Exception {
        folder.write(name, "x\n1\n");
        assertThat(folder.complaint(name))
                .startsWith("\"%s\" is %s, which is not read; ".formatted(name, words))
                .contains(".csv");
    }

    @Test
    void aFormatMayBeSaid() throws Exception {
        folder.write("t.txt", "x\ty\n1\ta,b\n");
        assertThat(folder.complaint("t.txt"))
                .startsWith("the name \"t.txt\" does not tell what is in the file; known are ")
                .endsWith(" (say what the file holds)");
        assertThat(cells(TableFiles.read(
                                TableSource.of(path.resolve("t.txt").toString()).format("tsv"),
                                ReadOptions.none(),
                                ReadListener.NONE)
                        .column("y")))
                .isEqualTo("[a,b]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:swordfish@host/t.csv",
                "HTTP://host/t.csv?key=swordfish",
                "s3://bucket/t.parquet",
                "gs://bucket/t.csv",
                "abfss://a@b/t.csv",
                "hdfs://host/t.csv",
                "ftp://host/t.csv",
                "file:///tmp/t.csv",
                "postgresql://me:swordfish@host/shop",
            })
    void addressesAreRefusedByName(String address) {
        try {
            TableFiles.read(address);
            throw new AssertionError(address);
        } catch (slope.table.DataException refused) {
            assertThat(refused)
                    .hasMessageMatching("\"[a-z0-9]+://…\" is an address, and only files are read; .+")
                    .hasMessageNotContaining("swordfish");
        }
    }
}
