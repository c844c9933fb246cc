package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slope.table.DataException;

/// What there is to know about a CSV file before its numbers are read, found by one look at every byte.
///
/// @param names of the columns
/// @param rows without the header; an empty line is a row only where there is a single column
/// @param underscored the columns in which a cell has an underscore: DuckDB would read 12_34 as 1234
/// @param longestRecord in bytes, at most
record CsvShape(List<String> names, int rows, BitSet underscored, long longestRecord) {

    /// @throws DataException if the file is not well formed, a name is missing or occurs twice, or a record
    ///     has not as many fields as the header
    static CsvShape of(Path file, char delimiter) throws IOException {
        try (CsvCursor cursor = CsvCursor.open(file, delimiter)) {
            List<String> names = names(file, cursor);
            long longest = cursor.mostBytes();
            BitSet underscored = new BitSet(names.size());
            int rows = 0;
            while (nextWholeRow(file, cursor, names.size(), delimiter)) {
                longest = Math.max(longest, cursor.mostBytes());
                cursor.markFieldsWith('_', underscored);
                rows++;
            }
            return new CsvShape(names, rows, underscored, longest);
        }
    }

    /// Where a row is, from 0: the line on which it begins.
    static int lineOf(Path file, char delimiter, int row) throws IOException {
        try (CsvCursor cursor = CsvCursor.open(file, delimiter)) {
            cursor.next();
            int columns = cursor.fields();
            for (int passed = 0; passed <= row; passed++) {
                if (!nextRow(cursor, columns)) {
                    throw new DataException(file + " changed while it was read; try again");
                }
            }
            return cursor.line();
        }
    }

    /// Goes on to the next row, which has as many fields as the header.
    static boolean nextWholeRow(Path file, CsvCursor cursor, int columns, char delimiter) throws IOException {
        boolean found = nextRow(cursor, columns);
        if (found && cursor.fields() != columns) {
            throw new DataException(ragged(file, cursor, columns, delimiter));
        }
        return found;
    }

    private static boolean nextRow(CsvCursor cursor, int columns) throws IOException {
        boolean found = cursor.next();
        while (found && cursor.isEmptyLine() && columns > 1) {
            found = cursor.next();
        }
        return found;
    }

    /// The names of the columns, out of the first record.
    static List<String> names(Path file, CsvCursor header) throws IOException {
        if (!header.next()) {
            throw new DataException(file + " is empty; a header with the names of the columns was expected");
        }
        List<String> names = header.texts();
        if (header.isEmptyLine()) {
            throw new DataException(
                    file + ":1: the line is empty; a header with the names of the columns was expected");
        }
        TextLimits.refuseColumns(file, 1, names.size());
        Map<String, Integer> columnOf = new HashMap<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1);
            if (name.isBlank()) {
                throw new DataException("%s:1: column %s has no name; give each column one".formatted(file, column));
            }
            Integer earlier = columnOf.put(name, column);
            if (earlier != null) {
                throw new DataException("%s:1: columns %s and %s are both named \"%s\"; names must differ"
                        .formatted(file, earlier, column, name));
            }
        }
        return names;
    }

    private static String ragged(Path file, CsvCursor record, int columns, char delimiter) {
        String whatToDo = record.fields() < columns
                ? "leave the field of a missing value empty"
                : "put text that has a %s in quotes".formatted(delimiterName(delimiter));
        return "%s:%s: found %s %s, wanted %s as in the header; %s"
                .formatted(
                        file,
                        record.line(),
                        record.fields(),
                        record.fields() == 1 ? "field" : "fields",
                        columns,
                        whatToDo);
    }

    private static String delimiterName(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "bar (|)";
        };
    }
}
