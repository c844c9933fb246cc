package slope.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.internal.text.Sentence;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.Place;
import slope.table.Remedy;
import slope.tables.ReadOptions.FirstLine;
import slope.tables.engine.WorkbookEngine;
import slope.tables.engine.WorkbookEngine.Value;

/// A sheet of an Excel workbook: the first row with values has the names, and the rows below it are the
/// table. Cells are named as the workbook does: B17.
final class SheetFile implements TableFile {
    /// Up to here a double stands for one whole number.
    private static final double MOST = 1L << 53;

    private final Path path;
    private final Path name;
    private final FirstLine firstLine;
    private final Optional<String> sheet;
    private List<String> names = List.of();
    private int firstRow; // with values, from 1; 0 before it is known

    /// @param path where it lies
    /// @param name what people call it
    /// @param sheet the first if it is left out
    SheetFile(Path path, Path name, FirstLine firstLine, Optional<String> sheet) {
        this.path = path;
        this.name = name;
        this.firstLine = firstLine;
        this.sheet = sheet;
    }

    @Override
    public Path name() {
        return name;
    }

    @Override
    public List<String> names() throws IOException {
        firstRow = 0;
        WorkbookEngine.found().read(path, sheet, (number, cells) -> {
            firstRow = number;
            names = isEmpty(cells) ? names : header(cells);
            return isEmpty(cells);
        });
        return names;
    }

    private static boolean isEmpty(List<Value> cells) {
        return cells.stream().allMatch(Value.Empty.class::isInstance);
    }

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        firstRow = 0;
        List<Optional<ColumnCells>> columns = new ArrayList<>();
        int[] emptyRows = {0}; // that are rows of the table only if one with values follows
        int[] lastRow = {0};
        Optional<String> visible = WorkbookEngine.found().read(path, sheet, (number, cells) -> {
            if (isEmpty(cells)) {
                return true;
            }
            if (firstRow == 0) {
                firstRow = number;
                names = header(cells);
                gathering.begin(names, 0);
                names.forEach(column -> columns.add(gathering.column(column)));
                lastRow[0] = firstLine == FirstLine.ROW ? number - 1 : number;
            }
            if (number > lastRow[0]) {
                emptyRows[0] = number - lastRow[0] - 1;
                gathering.endRows(emptyRows[0]);
                refuseBeyond(number, cells);
                for (int index = 0; index < columns.size(); index++) {
                    if (columns.get(index).isPresent()) {
                        Value value = index < cells.size() ? cells.get(index) : new Value.Empty();
                        add(value, columns.get(index).get(), index, number);
                    }
                }
                gathering.endRows(1);
            }
            lastRow[0] = number;
            return true;
        });
        visible.ifPresent(chosen -> gathering
                .bytes()
                .listener()
                .noted("the first sheet of %s is hidden; \"%s\" is read".formatted(name, Sentence.quote(chosen))));
        if (firstRow == 0) {
            throw new DataException(
                    "%s has no rows; a first row with the names of the columns is needed".formatted(where()));
        }
        gathering.bytes().add(FileText.bytes(List.of(path)));
        return names;
    }

    private String where() {
        return sheet.map(chosen -> "the sheet \"%s\" of %s".formatted(chosen, name))
                .orElse(name.toString());
    }

    /// A heading over several columns leaves the others without a name.
    private List<String> header(List<Value> cells) {
        List<String> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int width = cells.size();
        while (cells.get(width - 1) instanceof Value.Empty) {
            width--;
        }
        if (firstLine == FirstLine.ROW) {
            return CsvHeader.counted(width);
        }
        for (int index = 0; index < width; index++) {
            String title = switch (cells.get(index)) {
                case Value.Text(String text) -> text.strip();
                case Value.Amount(double number) -> text(number);
                case Value.Truth(boolean isTrue) -> Boolean.toString(isTrue);
                case Value.Moment moment -> DateColumn.text(moment.moment());
                case Value.Empty ignored -> "";
                case Value.Failure(String error) -> error;
            };
            if (title.isEmpty()) {
                throw nameless(index);
            }
            if (!known.add(title)) {
                throw new DataException("%s: a second column is named \"%s\"; names must differ"
                        .formatted(address(firstRow, index), title));
            }
            found.add(title);
        }
        return found;
    }

    private void refuseBeyond(int row, List<Value> cells) {
        for (int index = names.size(); index < cells.size(); index++) {
            if (!(cells.get(index) instanceof Value.Empty)) {
                throw new DataException(
                        "%s: the cell has a value, and %s no name for it; one row of names is needed, without"
                                        .formatted(address(row, index), cell(firstRow, index))
                                + " merged cells or a title above it");
            }
        }
    }

    private DataException nameless(int column) {
        return new DataException(address(firstRow, column)
                + ": the column has no name; one row of names is needed, without merged cells or a title above it");
    }

    private void add(Value value, ColumnCells column, int index, int row) {
        switch (value) {
            case Value.Empty ignored -> column.addMissing();
            case Value.Amount(double number)
            when column.missing().has(number) && !column.isText() -> {
                column.addMissing();
                column.holdsMissing(number);
            }
            case Value.Amount(double number) -> {
                if (column.isText()) {
                    addText(text(number), column);
                } else {
                    column.addNumber(number);
                }
            }
            case Value.Truth(boolean isTrue) -> column.addBoolean(Boolean.toString(isTrue));
            case Value.Moment moment -> {
                if (column.isText()) {
                    column.addText(DateColumn.text(moment.moment()));
                } else {
                    column.addDate(moment.moment());
                }
            }
            case Value.Text(String text) -> addText(text, column);
            case Value.Failure(String error) -> {
                if (!column.missing().has(error)) {
                    throw DataException.at(
                            Place.ofFile(Path.of(address(row, index))).column(column.name()),
                            "the error " + error,
                            "a value was expected",
                            new Remedy.TreatAsMissing(error),
                            new Remedy.LeaveOutColumn(column.name()));
                }
                column.addMissing(error);
            }
        }
    }

    private static void addText(String text, ColumnCells column) {
        if (column.missing().has(text)) {
            column.addMissing(text);
        } else {
            column.addText(text);
        }
    }

    /// A number as a file of text would have it.
    private static String text(double number) {
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= MOST;
        return isWhole ? Long.toString((long) number) : Double.toString(number);
    }

    private String address(int row, int column) {
        return "%s, %s".formatted(name, cell(row, column));
    }

    /// As in `B17`.
    private static String cell(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.append(row).toString();
    }

    @Override
    public Place place(int row) {
        return Place.ofRow(name, row);
    }

    @Override
    public Place place(int row, String column) {
        return Place.ofFile(
                Path.of(address(firstRow + (firstLine == FirstLine.ROW ? 0 : 1) + row, names.indexOf(column))));
    }
}
