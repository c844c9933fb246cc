package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// Whatever Slope accepts, FastCSV reads cell for cell alike; but it takes a tab before a
/// quote for layout, as Slope does
/// with a space alone. And whatever is written comes back.
class CsvAgreementTest {

    @Property(tries = 1000, seed = "1")
    void whatIsAcceptedFastCsvReadsAlike(@ForAll("scribbles") String text) throws IOException {
        inFile("a,b\n" + text, file -> {
            Optional<List<String>> records = fastCsv(file);
            Optional<Table> table = accepted(file);
            if (records.isEmpty()) {
                assertThat(table).isEmpty();
            } else if (table.isPresent()) {
                assertThat(rowsOf(table.get())).isEqualTo(records.get());
            }
        });
    }

    @Property(tries = 100, seed = "1")
    void whatIsWrittenIsReadBack(@ForAll("cells") List<String> cells) throws IOException {
        // A second column, because in a single one an empty line is a row.
        Table table = Table.of(
                CategoryColumn.of("a", cells.toArray(String[]::new)),
                CategoryColumn.of("b", cells.reversed().toArray(String[]::new)));
        inFile("", file -> {
            TableFiles.write(table, file);
            assertThat(rowsOf(readAsText(file))).isEqualTo(rowsOf(table));
        });
    }

    @Provide
    Arbitrary<String> scribbles() {
        Arbitrary<String> anything =
                Arbitraries.of("x", "1", ",", "\n", "\"", "\"\"", " ", "\r\n", "\r", "é", "_", "'", "#", "\\", ";");
        Arbitrary<String> likely =
                Arbitraries.of("x,y\n", "\"q\",\" r\"\n", ",\n", "\"n\nl\",1\n", "\"\"\"\",2\n", "\n");
        return Arbitraries.frequencyOf(Tuple.of(5, likely), Tuple.of(2, anything))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.strings()
                .withChars("ab,;\"'\n\r\t é|_#\\")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(text -> !text.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private interface FileTest {
        void run(Path file) throws IOException;
    }

    private static void inFile(String text, FileTest test) throws IOException {
        Path file = Files.createTempFile("slope", ".csv");
        try {
            Files.writeString(file, text);
            test.run(file);
        } finally {
            Files.delete(file);
        }
    }

    /// The rows as FastCSV sees them, nothing if it refuses them or they are ragged.
    private static Optional<List<String>> fastCsv(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().trimWhitespacesAroundQuotes(true).ofCsvRecord(file)) {
            for (CsvRecord record : records) {
                if (record.getFieldCount() != 2) {
                    return Optional.empty();
                }
                if (record.getStartingLineNumber() > 1) {
                    rows.add(row(record.getField(0), record.getField(1)));
                }
            }
            return Optional.of(rows);
        } catch (CsvParseException _) {
            return Optional.empty();
        }
    }

    private static Table readAsText(Path file) {
        return TableFiles.read(file.toString(), ReadOptions.none().categorical(Set.of("a", "b")));
    }

    private static Optional<Table> accepted(Path file) {
        try {
            return Optional.of(readAsText(file));
        } catch (DataException _) {
            return Optional.empty();
        }
    }

    private static List<String> rowsOf(Table table) {
        List<String> rows = new ArrayList<>();
        Column first = table.column("a");
        Column second = table.column("b");
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(first.text(row), second.text(row)));
        }
        return rows;
    }

    private static String row(String first, String second) {
        return "[%s][%s]".formatted(first.isBlank() ? "" : first, second.isBlank() ? "" : second);
    }
}
