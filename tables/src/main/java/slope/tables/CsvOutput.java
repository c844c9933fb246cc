package slope.tables;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import slope.table.Column;
import slope.table.Table;

/// Writes CSV that [CsvCursor] and other programs can read: a header, LF at the end of each line,
/// quotes where needed.
final class CsvOutput {
    private CsvOutput() {}

    /// Writes the names of the columns.
    static void writeHeader(Table table, char delimiter, Writer text) throws IOException {
        List<Column> columns = table.columns();
        for (int index = 0; index < columns.size(); index++) {
            writeField(columns.get(index).name(), index, delimiter, text);
        }
        text.write('\n');
    }

    /// Writes the rows.
    static void writeRows(Table table, char delimiter, Writer text) throws IOException {
        List<Column> columns = table.columns();
        for (int row = 0; row < table.rows(); row++) {
            for (int index = 0; index < columns.size(); index++) {
                writeField(columns.get(index).text(row), index, delimiter, text);
            }
            text.write('\n');
        }
    }

    private static void writeField(String field, int index, char delimiter, Writer text) throws IOException {
        if (index > 0) {
            text.write(delimiter);
        }
        text.write(needsQuotes(field, delimiter) ? '"' + field.replace("\"", "\"\"") + '"' : field);
    }

    private static boolean needsQuotes(String field, char delimiter) {
        return field.indexOf(delimiter) >= 0
                || field.indexOf('"') >= 0
                || field.indexOf('\n') >= 0
                || field.indexOf('\r') >= 0
                || field.startsWith(" ")
                || field.endsWith(" ");
    }
}
