package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Table;

/// Texts of missing values, for all columns and for one.
class MissingTextsTest {
    private static final ReadOptions NA = ReadOptions.none().missing(Set.of("NA", "-999"));

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void aColumnHasItsOwn() throws Exception {
        String csv = "country,city,n\nNA,NA,NA\nDE,x,-999.0\nFR,-,3\n";
        Table table = folder.readCsv(csv, NA.missing("country", Set.of()).missing("city", Set.of("-")));
        assertThat(TestFolder.cells(table.column("country"))).isEqualTo("[NA][DE][FR]");
        assertThat(TestFolder.cells(table.column("city"))).isEqualTo("[NA][x][]");
        assertThat(TestFolder.cells(table.column("n"))).isEqualTo("[][][3]");
    }

    @Test
    void inJsonToo() throws Exception {
        folder.write("t.json", "[{\"country\": \"NA\", \"n\": -999}, {\"country\": \"DE\", \"n\": 1}]");
        Table table = folder.read("t.json", NA.missing("country", Set.of()));
        assertThat(TestFolder.cells(table.column("country"))).isEqualTo("[NA][DE]");
        assertThat(TestFolder.cells(table.column("n"))).isEqualTo("[][1]");
    }

    @Test
    void spacesAroundThemDoNotMatter() throws Exception {
        Table table =
                folder.readCsv("a,b\n not known ,1\nx,2\n", ReadOptions.none().missing(Set.of(" not known")));
        assertThat(TestFolder.cells(table.column("a"))).isEqualTo("[][x]");
    }
}
