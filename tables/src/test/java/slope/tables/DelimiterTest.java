package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.Table;

/// What separates fields, where a person says it.
class DelimiterTest {
    private static final ReadOptions CARET = ReadOptions.none().delimiter(new Delimiter('^'));

    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void itIsTakenWhateverTheFirstLinesTell() throws Exception {
        Table table = folder.readCsv("a,b^c\n1,5^\"x^y\"\n", CARET);
        assertThat(table.names()).containsExactly("a,b", "c");
        assertThat(TestFolder.cells(table.column("c"))).isEqualTo("[x^y]");
        assertThat(folder.readCsv("a,b\n1,2\n", CARET).names()).containsExactly("a,b");
    }

    @Test
    void theLineThatTellsAnotherIsNoHeader() throws Exception {
        assertThat(folder.readCsv("sep=;\na;b^c\n1;2^3\n", CARET).names()).containsExactly("a;b", "c");
    }

    @Test
    void aStreamHasItToo() {
        byte[] text = "a;b\tc\n1;2\tx\n".getBytes(StandardCharsets.UTF_8);
        ReadOptions tab = ReadOptions.none().delimiter(new Delimiter('\t'));
        assertThat(TableFiles.read(new ByteArrayInputStream(text), "rows", tab).names())
                .containsExactly("a;b", "c");
    }

    @Test
    void theOneThatWasFoundIsTold() throws Exception {
        folder.write("t.csv", "a;b\n1,5;2\n");
        List<Character> told = new ArrayList<>();
        ReadListener listener = new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void delimited(char delimiter) {
                told.add(delimiter);
            }
        };
        assertThat(TableFiles.read(folder.path("t.csv").toString(), ReadOptions.none(), listener)
                        .rows())
                .isEqualTo(1);
        assertThat(told).containsExactly(';');
    }

    @Test
    void sentencesNameIt() throws Exception {
        assertThat(folder.csvComplaint("a^b\n1^2^3\n", CARET)).contains("put text that has a '^' in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "tab", "|", "^", "~", ":", "\u0001"})
    void itsNameNamesIt(String title) {
        assertThat(Delimiter.named(title).orElseThrow().title()).isEqualTo(title);
        assertThat(Delimiter.named("\\t")).contains(new Delimiter('\t'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "7", "\"", "\n", "::", "é", "\0"})
    void whatSeparatesNoFieldsIsNone(String text) {
        assertThat(Delimiter.named(text)).isEmpty();
        text.chars()
                .limit(text.length() == 1 ? 1 : 0)
                .forEach(each -> assertThatThrownBy(() -> new Delimiter((char) each))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
