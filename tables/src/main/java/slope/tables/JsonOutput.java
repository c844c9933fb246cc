package slope.tables;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import slope.internal.text.Sentence;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.Table;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes an object for each row, each on a line of its own.
final class JsonOutput {
    private JsonOutput() {}

    /// What is between the objects.
    enum Layout {
        ARRAY,
        LINES
    }

    static Layout layoutOf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.json(\\.gz)?") ? Layout.ARRAY : Layout.LINES;
    }

    /// Writes the rows, after what is between them and those before.
    ///
    /// @param rowsBefore how many rows are written already
    static void writeRows(Table table, Layout layout, long rowsBefore, Writer text) throws IOException {
        boolean isArray = layout == Layout.ARRAY;
        List<String> names = table.names().stream().map(JsonOutput::quoted).toList();
        for (int row = 0; row < table.rows(); row++) {
            text.write(row + rowsBefore == 0 ? isArray ? "[" : "" : isArray ? ",\n" : "\n");
            writeRecord(table, names, row, text);
        }
    }

    /// Writes what is behind the last row.
    static void writeEnd(Layout layout, long rowsBefore, Writer text) throws IOException {
        text.write(layout == Layout.LINES ? "\n" : rowsBefore == 0 ? "[]\n" : "]\n");
    }

    private static void writeRecord(Table table, List<String> names, int row, Writer text) throws IOException {
        char before = '{';
        for (int index = 0; index < names.size(); index++) {
            Column column = table.columns().get(index);
            text.write(before);
            text.write(names.get(index));
            text.write(':');
            text.write(value(column, row));
            before = ',';
        }
        text.write('}');
    }

    private static String value(Column column, int row) {
        if (column.isMissing(row)) {
            return "null";
        }
        return column instanceof CategoryColumn || column instanceof DateColumn
                ? quoted(column.text(row))
                : column.text(row);
    }

    /// Safe to print, and the same value.
    private static String quoted(String text) {
        return '"' + Sentence.visible(new String(JsonStringEncoder.getInstance().quoteAsCharArray(text))) + '"';
    }
}
