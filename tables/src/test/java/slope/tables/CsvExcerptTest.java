package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.DataException;
import slope.table.Excerpt;
import slope.table.Place;

/// The line that an exception shows, and the field in it.
class CsvExcerptTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private Place place(String text) throws IOException {
        folder.write("t.csv", text);
        DataException refused = catchThrowableOfType(
                DataException.class, () -> TableFiles.read(folder.path("t.csv").toString()));
        return refused.place().orElseThrow();
    }

    private Excerpt excerpt(String text) throws IOException {
        return place(text).excerpt().orElseThrow();
    }

    @Test
    void theFirstFieldTooManyIsMeant() throws Exception {
        assertThat(place("a,b\n1,2\n3,Smith, John,x\n5,6\n").line()).hasValue(3);
        assertThat(excerpt("a,b\n1,2\n3,Smith, John,x\n5,6\n")).isEqualTo(new Excerpt("3,Smith,", " John", ",x"));
    }

    @Test
    void whereOneIsLackingTheEndOfTheLineIs() throws Exception {
        assertThat(excerpt("a,b,c\r\n1,2,3\r\n4,5\r\n")).isEqualTo(new Excerpt("4,5", "", ""));
    }

    @Test
    void aCellIsShownInItsLine() throws Exception {
        String text = "a,\"b\"\nx,1\ny,2\nz,\"?\"\nw,4\n";
        assertThat(place(text).line()).hasValue(4);
        assertThat(place(text).column()).contains("b");
        assertThat(excerpt(text)).isEqualTo(new Excerpt("z,\"", "?", "\""));
    }

    @Test
    void whatIsNotWellFormedIsShownFromTheFirstWrongCharacterOn() throws Exception {
        assertThat(excerpt("a,b\n1,\"x\"y,2\n")).isEqualTo(new Excerpt("1,\"x\"", "y", ",2"));
        assertThat(excerpt("a,b\n1,\"x\ny\n")).isEqualTo(new Excerpt("1,", "\"", "x"));
    }

    @Test
    void longLinesAreCutBetweenCharacters() throws Exception {
        String wide = "é".repeat(200);
        Excerpt cut = excerpt("a,b\n1,2\n" + wide + ",3," + wide + "\n");
        assertThat(cut.before()).startsWith("…é").endsWith("é,3,").hasSizeBetween(55, 65);
        assertThat(cut.field()).startsWith("éé").endsWith("é…").hasSize(61);
        assertThat(cut.behind()).isEmpty();
    }

    @Test
    void whatAPageWouldObeyIsWrittenOut() throws Exception {
        assertThat(excerpt("a,b\n1,\u202e2,\u001b\n").before()).isEqualTo("1,\\u202e2,");
    }

    /// Bad lines are counted to the end of the file; another fault makes the number uncertain.
    @Test
    void badLinesAreCounted() throws Exception {
        folder.write("t.csv", "a,b\n1,2\n3\n\n4,5,6\n\"x\ny\",7\n8\n");
        TableSource source = TableSource.of(folder.path("t.csv").toString());
        assertThat(TableFiles.badLines(source, ReadOptions.none(), ReadListener.NONE))
                .isEqualTo(3);
        folder.write("t.csv", "a,b\n1\n3,\"\n");
        assertThat(catchThrowableOfType(
                        DataException.class, () -> TableFiles.badLines(source, ReadOptions.none(), ReadListener.NONE)))
                .hasMessageContaining("never closes");
    }
}
