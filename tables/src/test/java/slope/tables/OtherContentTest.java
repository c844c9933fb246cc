package slope.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What files hold whose name says something else.
class OtherContentTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.tsv", "t.json", "t.jsonl"})
    void bytesOfAnotherKindAreNamed(String name) throws Exception {
        folder.write(name, "PK\u0003\u0004\u0014\u0000\u0006\u0000".getBytes(ISO_8859_1));
        assertThat(folder.complaint(name))
                .isEqualTo(
                        name + " holds a zip archive or an Excel workbook; unpack it, or save the sheet" + " as CSV");
    }

    @ParameterizedTest
    @CsvSource({
        "PAR1\u0015\u0004\u0015x, Parquet",
        "%PDF-1.7, a PDF document",
        "<!DOCTYPE html>, a web page",
        "<html lang='en'>, a web page",
        "SQLite format 3, an SQLite database"
    })
    void byTheirFirstBytes(String head, String words) throws Exception {
        folder.write("t.csv", (head + "\na,b\n1,2\n").getBytes(ISO_8859_1));
        assertThat(folder.complaint("t.csv")).startsWith("t.csv holds " + words + "; ");
        folder.writePacked("t.csv.gz", head + "\na,b\n1,2\n");
        assertThat(folder.complaint("t.csv.gz")).startsWith("t.csv.gz holds " + words + "; ");
    }

    @Test
    void utf16WithoutAMark() throws Exception {
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            folder.write("t.csv", "a,b\n1,2\n".getBytes(charset));
            assertThat(folder.complaint("t.csv")).isEqualTo("t.csv holds UTF-16 text; save it as UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void utf32(String mark) throws Exception {
        for (String charset : List.of("UTF-32LE", "UTF-32BE")) {
            folder.write("t.csv", (mark + "a,b\n1,2\n").getBytes(Charset.forName(charset)));
            assertThat(folder.complaint("t.csv")).isEqualTo("t.csv holds UTF-32 text; save it as UTF-8");
        }
    }

    @Test
    void packedTextIsReadWhateverItsName() throws Exception {
        folder.writePacked("t.csv", "a,b\n1,2\n");
        assertThat(folder.read("t.csv").names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"'\u0000\u0000', true", "'half a file', false"})
    void behindPackedTextIsPaddingOrNothing(String rest, boolean isRead) throws Exception {
        folder.writePacked("t.csv.gz", "a,b\n1,2\n");
        Files.writeString(folder.path("t.csv.gz"), rest, ISO_8859_1, StandardOpenOption.APPEND);
        if (isRead) {
            assertThat(folder.read("t.csv.gz").rows()).isEqualTo(1);
        } else {
            assertThat(folder.complaint("t.csv.gz"))
                    .isEqualTo("t.csv.gz is no gzip file, or a damaged one; pack it again");
        }
    }

    @Test
    void namesThatBeginLikeThemAreText() throws Exception {
        assertThat(folder.readCsv("PAR1,BZh\n1,2\n").names()).containsExactly("PAR1", "BZh");
    }

    @Test
    void semicolonsOfATabSeparatedFileAreSeen() throws Exception {
        folder.write("t.tsv", "a;b\n1;2\n");
        assertThat(folder.read("t.tsv").names()).containsExactly("a", "b");
        folder.write("t.tsv", "a;b\tc\n1;2\t3\n");
        assertThat(folder.read("t.tsv").names()).containsExactly("a;b", "c");
        folder.write("t.tsv", "words\nx, y\nz\n");
        assertThat(TestFolder.cells(folder.read("t.tsv").column("words"))).isEqualTo("[x, y][z]");
    }
}
