package slope.tables;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files that ask for much memory or time are refused in one sentence.
class TextLimitsTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void columnsWithoutEnd() throws Exception {
        String header = IntStream.rangeClosed(0, TextLimits.COLUMNS)
                .mapToObj(Integer::toString)
                .collect(joining(","));
        String sentence = "there are more than 50,000 columns, the most that is read";
        assertThat(folder.csvComplaint(header + "\n")).isEqualTo("t.csv:1: " + sentence);
        assertThat(folder.csvComplaint("a,b\n1,2\n" + ",".repeat(1_000_000))).isEqualTo("t.csv:3: " + sentence);
    }

    @Test
    void recordsThatHaveNoNameInCommon() throws Exception {
        folder.write(
                "t.jsonl",
                IntStream.range(0, 5000)
                        .mapToObj("{\"name %d\": 1}\n"::formatted)
                        .collect(joining()));
        assertThat(folder.complaint("t.jsonl"))
                .isEqualTo("t.jsonl:3163: the records have hardly a name in common: 3,163 rows with 3,163 names;"
                        + " give all the same names");
    }

    @Test
    void nestingWithoutEnd() throws Exception {
        folder.write("t.json", "{\"a\": 1}\n{\"b\": " + "[".repeat(100_000));
        assertThat(folder.complaint("t.json", ReadOptions.none().ignored(Set.of("b"))))
                .isEqualTo("t.json:2: something is longer, or nested deeper, than is read of JSON");
    }

    @Test
    void aCellOfAMillionLettersIsQuotedByItsBeginning() throws Exception {
        String cell = "x".repeat(1_000_000);
        assertThat(folder.csvComplaint("a\n1\n2\n3\n" + cell + "\n"))
                .startsWith("t.csv:5: column \"a\" has \"xxxx")
                .endsWith("x…\" as missing, or read the column as categories, or leave the column out)");
    }

    @Test
    void whatMovesATerminalsCursorIsShown() throws Exception {
        assertThat(folder.csvComplaint("a\n1\n2\n3\n\u001b[2J\n"))
                .startsWith("t.csv:5: column \"a\" has \"\\u001b[2J\"");
    }
}
