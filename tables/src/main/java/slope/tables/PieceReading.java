package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntFunction;
import slope.internal.file.ScratchFolder;
import slope.internal.table.RequiredColumns;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// Reads files of one table in pieces, whose columns are known beforehand.
final class PieceReading {
    /// Enough that a piece's own costs do not count, few enough that its memory does not.
    private static final int PIECE_ROWS = 16_384;

    /// Of tables so wide that these would be much memory, a piece has fewer rows: 256 MB of numbers.
    private static final int PIECE_CELLS = 1 << 25;

    private static final int FEWEST_PIECE_ROWS = 512;

    private final ReadOptions options;
    private final SequencedMap<String, ColumnKind> wanted;
    private final SequencedMap<String, String> copies;
    private final ReadListener listener;
    private final PieceTaker taker;
    private final Map<String, Set<String>> missingFound = new HashMap<>(); // texts of missing values, by column

    PieceReading(
            ReadOptions options,
            SequencedMap<String, ColumnKind> wanted,
            SequencedMap<String, String> copies,
            ReadListener listener,
            PieceTaker taker) {
        this.options = options.dates(dates(options, wanted)).notations(notations(options, wanted));
        this.wanted = wanted;
        this.copies = copies;
        this.listener = listener;
        this.taker = taker;
    }

    void read(TableSource source) {
        if (source.isStandardInput()) {
            readStandardInput(source);
        } else {
            source.files(options).forEach(this::read);
        }
        UnusedMissingText.of(options, missingFound).forEach(listener::unused);
    }

    /// Reads CSV as it comes.
    void readCsv(InputStream stream, Path name) {
        read(new CsvStream(stream, name, ','));
    }

    /// Reads CSV as it comes, and other formats once they are there.
    private void readStandardInput(TableSource source) {
        source.requireUsable();
        Path name = Path.of(source.name());
        FileFormat format = source.streamFormat();
        if (format == FileFormat.CSV || format == FileFormat.TSV) {
            read(new CsvStream(System.in, name, format.delimiter()));
            return;
        }
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            read(TableReading.copied(System.in, name, format, options, scratch));
        } catch (IOException failure) {
            throw FileText.unreadable(name, failure);
        }
    }

    private void read(TableFile file) {
        Path path = file.name();
        ColumnReading gathering = ColumnReading.inPieces(
                options,
                meanings(),
                new ColumnReading.Piece(
                        Math.clamp(PIECE_CELLS / (wanted.size() + copies.size()), FEWEST_PIECE_ROWS, PIECE_ROWS),
                        names -> requireAllAmong(path, names),
                        (columns, start, rows) -> taker.take(table(file, columns, start, rows))),
                new BytesRead(0, listener));
        try {
            List<String> names = gathering.read(file);
            // Of JSON it is only known now, and of files without rows nothing else has asked.
            requireAllAmong(path, names);
            if (gathering.rows() == 0) {
                throw withoutRows(path);
            }
            gathering.endPieces();
        } catch (IOException failure) {
            throw FileText.unreadable(path, failure);
        }
    }

    private static DataException withoutRows(Path path) {
        return new DataException(path + " has no rows; at least one is needed");
    }

    /// The order of dates cannot be told by a piece: the next one might tell another.
    private static Map<String, DateOrder> dates(ReadOptions options, SequencedMap<String, ColumnKind> wanted) {
        Map<String, DateOrder> dates = new LinkedHashMap<>();
        wanted.forEach((name, kind) -> {
            if (kind == ColumnKind.DATE) {
                dates.put(name, options.dates().getOrDefault(name, DateOrder.YEAR_FIRST));
            }
        });
        return dates;
    }

    private static Map<String, String> notations(ReadOptions options, SequencedMap<String, ColumnKind> wanted) {
        Map<String, String> notations = new LinkedHashMap<>();
        wanted.forEach((name, kind) -> {
            if (kind == ColumnKind.NUMBER) {
                notations.put(name, options.notations().getOrDefault(name, PlainNotation.NUMBER.pattern()));
            }
        });
        return notations;
    }

    private Map<String, KnownMeaning> meanings() {
        Map<String, KnownMeaning> meanings = new LinkedHashMap<>();
        wanted.forEach((name, kind) -> meanings.put(name, KnownMeaning.wantedFor(kind)));
        copies.values().forEach(name -> meanings.put(name, KnownMeaning.COPIED));
        return meanings;
    }

    private Table table(TableFile file, Map<String, ColumnCells> cells, int start, int rows) {
        Map<String, Column> texts = new HashMap<>();
        cells.forEach((name, found) -> {
            if (copies.containsValue(name)) {
                texts.put(name, column(file, found, ColumnKind.CATEGORY, start));
            }
        });
        List<Column> columns = new ArrayList<>();
        wanted.forEach((name, kind) -> {
            ColumnCells found = texts.containsKey(name) ? again(texts.get(name), kind) : cells.get(name);
            // Of JSON, whose records may leave names out, it may come later.
            columns.add(found == null ? missing(name, rows) : column(file, found, kind, start));
            if (found != null) {
                missingFound.computeIfAbsent(name, ignored -> new HashSet<>()).addAll(found.missingFound());
            }
        });
        copies.forEach((copy, name) ->
                columns.add(texts.containsKey(name) ? texts.get(name).renamed(copy) : missing(copy, rows)));
        return new Table(columns);
    }

    /// The cells of a column that came as text, read as what they are wanted for.
    private ColumnCells again(Column texts, ColumnKind kind) {
        ColumnCells cells = new ColumnCells(texts.name(), KnownMeaning.wantedFor(kind), options, texts.rows());
        for (int row = 0; row < texts.rows(); row++) {
            TextCell.of(texts.text(row), cells.missing()).addTo(cells);
        }
        return cells;
    }

    private Column column(TableFile file, ColumnCells cells, ColumnKind kind, int start) {
        return switch (cells.finish()) {
            case ColumnResult.Finished(Column column) ->
                requireKind(
                        column,
                        kind,
                        row -> place(file, start + row, column.name()).column(column.name()));
            case ColumnResult.Spoiled(CellProblem problem) ->
                throw problem.at(place(file, start + problem.row(), problem.column()));
            case ColumnResult.Mixture(int row) ->
                throw mixture(kind, place(file, start + row, cells.name()).column(cells.name()));
        };
    }

    static DataException mixture(ColumnKind kind, Place place) {
        return DataException.at(
                place, "a value of another kind than those before it", "the model wants " + kind.words());
    }

    /// Refuses a column with values of another kind.
    ///
    /// @param place of a row's cell
    static Column requireKind(Column column, ColumnKind kind, IntFunction<Place> place) {
        if (column.kind() == kind || column.missingCount() == column.rows()) {
            return column;
        }
        int row = 0;
        while (column.isMissing(row)) {
            row++;
        }
        throw DataException.at(
                place.apply(row),
                "%s (\"%s\")".formatted(column.kind().words(), column.text(row)),
                "the model wants " + kind.words());
    }

    private void requireAllAmong(Path path, List<String> names) {
        Set<String> needed = new LinkedHashSet<>(wanted.keySet());
        needed.addAll(copies.values());
        RequiredColumns.requireAll(path.toString(), needed, names);
    }

    private static Column missing(String name, int rows) {
        NumberColumn.Builder column = new NumberColumn.Builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(Double.NaN);
        }
        return column.build();
    }

    private static Place place(TableFile file, int row, String column) {
        try {
            return file.place(row, column);
        } catch (IOException failure) {
            throw FileText.unreadable(file.name(), failure);
        }
    }
}
