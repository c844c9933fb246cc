package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Table;

/// Every way in which a CSV file can be malformed, with its sentence.
class CsvComplaintsTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    @Test
    void anEmptyFile() throws Exception {
        assertThat(folder.csvComplaint(""))
                .isEqualTo("t.csv is empty; a header with the names of the columns was expected");
    }

    @Test
    void aHeaderWithoutRows() throws Exception {
        assertThat(folder.csvComplaint("a,b\n")).isEqualTo("t.csv has no rows; at least one is needed");
        assertThat(folder.csvComplaint("a,b")).isEqualTo("t.csv has no rows; at least one is needed");
    }

    @Test
    void anEmptyFirstLine() throws Exception {
        assertThat(folder.csvComplaint("\na,b\n1,2\n"))
                .isEqualTo("t.csv:1: the line is empty; a header with the names of the columns was expected");
    }

    @Test
    void aColumnWithoutName() throws Exception {
        assertThat(folder.csvComplaint("a,,b\n1,2,3\n"))
                .isEqualTo("t.csv:1: column 2 has no name; give each column one");
    }

    /// Pandas and R write such a header for row numbers, and pandas reads it under this name.
    @Test
    void rowNumbersWithoutNameGetOne() throws Exception {
        assertThat(folder.readCsv(",a\n0,5\n1,6\n").names()).containsExactly("Unnamed: 0", "a");
        assertThat(folder.readCsv("\"\";a\n\"1\";5\n").names()).containsExactly("Unnamed: 0", "a");
        assertThat(folder.csvComplaint(",a,\n1,2,3\n"))
                .isEqualTo("t.csv:1: column 3 has no name; give each column one");
    }

    @Test
    void theLineThatTellsASpreadsheetTheDelimiter() throws Exception {
        for (String line : new String[] {"sep=;", "sep=,", "sep=\t", "sep=~", "\"sep=;\""}) {
            String text = "%s\na;b\n1;2\n".formatted(line).replace(';', line.charAt(4));
            Table table = folder.readCsv(text);
            assertThat(table.names()).containsExactly("a", "b");
            assertThat(table.rows()).isEqualTo(1);
            assertThat(folder.csvComplaint(text + line.charAt(4) + "\n3\n")).startsWith("t.csv:5: found 1 field");
        }
    }

    @Test
    void twoColumnsOfOneName() throws Exception {
        assertThat(folder.csvComplaint("a,b,a\n1,2,3\n"))
                .isEqualTo("t.csv:1: columns 1 and 3 are both named \"a\"; names must differ");
    }

    @Test
    void blanksBeforeAQuote() throws Exception {
        // DuckDB takes one space for layout and two for text with a quote in it.
        assertThat(folder.csvComplaint("a,b\n1,  \"x,y\"\n"))
                .isEqualTo("t.csv:2: several blanks stand before a quote (\"); leave them out");
    }

    @Test
    void tooFewFields() throws Exception {
        assertThat(folder.csvComplaint("a,b,c\n1,2,3\n4,5\n"))
                .isEqualTo(
                        "t.csv:3: found 2 fields, wanted 3 as in the header; leave the field of a missing value empty"
                                + " (skip such lines)");
    }

    @Test
    void tooManyFields() throws Exception {
        assertThat(folder.csvComplaint("a,b\n1,2\n3,Smith, John\n"))
                .isEqualTo("t.csv:3: found 3 fields, wanted 2 as in the header; put text that has a comma in quotes"
                        + " (skip such lines)");
        assertThat(folder.csvComplaint("a;b\n1;2\n3;4;5\n"))
                .isEqualTo("t.csv:3: found 3 fields, wanted 2 as in the header; put text that has a semicolon in quotes"
                        + " (skip such lines)");
    }

    @Test
    void anEmptyFieldTooMany() throws Exception {
        // DuckDB drops it, and would not notice if a comma earlier in the line had shifted the values.
        assertThat(folder.csvComplaint("a,b\n1,2\n3,4,\n"))
                .isEqualTo("t.csv:3: found 3 fields, wanted 2 as in the header; put text that has a comma in quotes"
                        + " (skip such lines)");
    }

    @Test
    void linesAreCountedThroughQuotedLineEnds() throws Exception {
        assertThat(folder.csvComplaint("a,b\n1,\"x\ny\nz\"\n2,w\n3\n"))
                .isEqualTo("t.csv:6: found 1 field, wanted 2 as in the header; leave the field of a missing value empty"
                        + " (skip such lines)");
        assertThat(folder.csvComplaint("a,b\r\n1,\"x\r\ny\"\r\n3\r\n")).startsWith("t.csv:4: found 1 field");
    }

    @Test
    void emptyLinesCountAsLinesButNotAsRows() throws Exception {
        assertThat(folder.csvComplaint("a,b\n\n\n1,2\n3\n")).startsWith("t.csv:5: found 1 field");
    }

    @Test
    void aQuoteThatNeverCloses() throws Exception {
        assertThat(folder.csvComplaint("a,b\n1,2\n3,\"four\n5,6\n"))
                .isEqualTo("t.csv:3: a quote (\") opens here and never closes; close it, or leave it out");
    }

    @Test
    void textBehindAClosingQuote() throws Exception {
        assertThat(folder.csvComplaint("a,b\n1,\"a \"big\" one\"\n"))
                .isEqualTo("t.csv:2: text follows a closing quote (\"); a quote that belongs to the text is doubled"
                        + " (\"\")");
    }

    @Test
    void linesThatEndInDifferentWays() throws Exception {
        assertThat(folder.csvComplaint("a,b\r\n1,2\r\n3,4\n5,6\r\n"))
                .isEqualTo("t.csv:3: this line ends with LF, those before with CR LF; give all lines the same end");
        assertThat(folder.csvComplaint("a,b\n1,2\r3,4\n"))
                .isEqualTo("t.csv:2: this line ends with CR, those before with LF; give all lines the same end");
    }

    @Test
    void otherEncodings() throws Exception {
        folder.write("latin.csv", "a,b\n1,x\n2,café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder.complaint("latin.csv"))
                .isEqualTo("latin.csv:3: the text is not UTF-8; save the file as UTF-8");
        folder.write("wide.csv", "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(folder.complaint("wide.csv")).isEqualTo("wide.csv:1: the file is UTF-16 text; save it as UTF-8");
    }

    @Test
    void damagedGzip() throws Exception {
        folder.write("plain.csv.gz", "a,b\n1,2\n");
        assertThat(folder.complaint("plain.csv.gz"))
                .isEqualTo("plain.csv.gz is no gzip file, or a damaged one; pack it again");
        byte[] whole = TestFolder.packed("a,b\n" + "1,2\n".repeat(100));
        folder.write("cut.csv.gz", java.util.Arrays.copyOf(whole, whole.length - 12));
        assertThat(folder.complaint("cut.csv.gz"))
                .isEqualTo("cut.csv.gz is not a whole gzip file: it ends too early; copy or pack it again");
    }

    @Test
    void theTsvDelimiterIsTheTab() throws Exception {
        folder.write("t.tsv", "a\tb\n1\t2\n3\n");
        assertThat(folder.complaint("t.tsv")).startsWith("t.tsv:3: found 1 field, wanted 2");
    }
}
