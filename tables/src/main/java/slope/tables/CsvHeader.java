package slope.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import slope.table.DataException;
import slope.table.Place;
import slope.table.Remedy;

/// What the first record of a CSV file tells of all others.
///
/// @param file what people call it
/// @param names of the columns
/// @param lineEnd as [CsvCursor#lineEnd] has it
/// @param skipsBadLines whether records with another number of fields are left out
record CsvHeader(Path file, List<String> names, char delimiter, int lineEnd, boolean skipsBadLines) {
    private static final String UNNAMED = "Unnamed: 0";
    private static final int ROWS_TRIED = 20;
    private static final int FEWEST_TRIED = 5; // a mistake may stand in a few rows

    /// @param cursor before the first record; it stands behind it afterwards
    /// @throws DataException if a name is missing or occurs twice
    static CsvHeader of(Path file, char delimiter, CsvCursor cursor, ReadOptions options) {
        if (!cursor.next()) {
            throw empty(file);
        }
        int line = cursor.line();
        if (cursor.isEmptyLine()) {
            throw new DataException("%s:%s: the line is empty; a header with the names of the columns was expected"
                    .formatted(file, line));
        }
        TextLimits.refuseColumns(file, line, cursor.fields());
        List<String> names = switch (options.firstLine()) {
            case NAMES -> named(cursor.texts());
            case ROW -> counted(cursor.fields());
        };
        Map<String, Integer> columnOf = new HashMap<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1);
            if (name.isBlank()) {
                throw new DataException(
                        "%s:%s: column %s has no name; give each column one".formatted(file, line, column));
            }
            Integer earlier = columnOf.put(name, column);
            if (earlier != null) {
                throw new DataException("%s:%s: columns %s and %s are both named \"%s\"; names must differ"
                        .formatted(file, line, earlier, column, name));
            }
        }
        return new CsvHeader(
                file, names, delimiter, cursor.lineEnd(), options.badLines() == ReadOptions.BadLines.SKIPPED);
    }

    /// The same where each row has the name of the row before the others, as R writes tables; the header lacks a name
    /// for it.
    ///
    /// @param rows before the first row
    CsvHeader withRowNames(CsvCursor rows) {
        Set<String> first = new HashSet<>();
        int tried = 0;
        boolean endsEmpty = true;
        while (tried < ROWS_TRIED && rows.next()) {
            List<String> fields = rows.texts();
            if (fields.size() != names.size() + 1 || fields.getFirst().isBlank() || !first.add(fields.getFirst())) {
                return this;
            }
            endsEmpty = endsEmpty && fields.getLast().isEmpty();
            tried++;
        }
        if (tried < FEWEST_TRIED || endsEmpty || names.contains(UNNAMED)) {
            return this;
        }
        List<String> all = new ArrayList<>(names);
        all.addFirst(UNNAMED);
        return new CsvHeader(file, all, delimiter, lineEnd, skipsBadLines);
    }

    /// The row numbers that pandas and R write first have no name; pandas reads them under this one.
    private static List<String> named(List<String> names) {
        if (names.size() < 2 || !names.getFirst().isBlank() || names.contains(UNNAMED)) {
            return names;
        }
        List<String> all = new ArrayList<>(names);
        all.set(0, UNNAMED);
        return all;
    }

    /// The names where there are none.
    static List<String> counted(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> "c" + column)
                .toList();
    }

    static DataException empty(Path file) {
        return new DataException(file + " is empty; a header with the names of the columns was expected");
    }

    CsvCursor rowsOf(CsvBlock block) {
        return new CsvCursor(file, block, delimiter, lineEnd);
    }

    /// Goes on to the next row. An empty line is one only where there is a single column.
    ///
    /// @throws DataException if it has not as many fields as the header, and is not left out for that
    boolean nextRow(CsvCursor cursor) {
        boolean found = cursor.next();
        while (found && !isRow(cursor)) {
            found = cursor.next();
        }
        return found;
    }

    private boolean isRow(CsvCursor cursor) {
        if (cursor.isEmptyLine() && names.size() > 1) {
            return false;
        }
        boolean isWhole = cursor.fields() == names.size();
        if (!isWhole && !skipsBadLines) {
            throw ragged(cursor);
        }
        if (!isWhole) {
            cursor.skip();
        }
        return isWhole;
    }

    /// Where a cell of a block is.
    ///
    /// @param row from 0
    /// @param column its name; of others than the file's own, such as those of folders, only the line is told
    Place place(int row, String column, CsvBlock block) {
        CsvCursor cursor = rowsOf(block);
        for (int passed = 0; passed <= row; passed++) {
            nextRow(cursor);
        }
        int field = names.indexOf(column);
        return field < 0 ? Place.ofLine(file, cursor.line()) : cursor.place(field);
    }

    private DataException ragged(CsvCursor record) {
        String whatToDo = record.fields() < names.size()
                ? "leave the field of a missing value empty"
                : "put text that has a %s in quotes".formatted(Delimiter.words(delimiter));
        return new DataException(
                        "%s:%s: found %s %s, wanted %s as in the header; %s"
                                .formatted(
                                        file,
                                        record.line(),
                                        record.fields(),
                                        record.fields() == 1 ? "field" : "fields",
                                        names.size(),
                                        whatToDo),
                        new Remedy.SkipBadLines())
                .in(record.place(names.size()));
    }
}
