package slope.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import slope.internal.table.RequiredColumns;
import slope.tables.ReadOptions.Folders;

/// The columns of a table while its files are read one after another: the only mutable state of
/// reading.
final class ColumnReading {
    private final ReadOptions options;
    private final Optional<Set<String>> only;
    private final Map<String, ColumnCells> columns = new LinkedHashMap<>();
    private final Map<String, KnownMeaning> meanings; // of columns of which something is known
    private final Optional<Piece> piece;
    private final BytesRead bytes;
    private Partitions partitions = Partitions.NONE; // of the present file
    private int rows;
    private int expectedRows; // in columns that are begun now
    private int pieceStart; // rows before the present piece

    private ColumnReading(
            ReadOptions options,
            Optional<Set<String>> only,
            Map<String, KnownMeaning> meanings,
            Optional<Piece> piece,
            BytesRead bytes) {
        this.options = options;
        this.bytes = bytes;
        this.only = only;
        this.meanings = meanings;
        this.piece = piece;
    }

    /// What to do with each piece of a table that is too long to be gathered as a whole.
    ///
    /// @param rows from how many on it is taken
    /// @param header takes the names of all columns of the file, where they are known before its rows
    /// @param taker takes the columns, whose cells are forgotten afterwards
    record Piece(int rows, Consumer<List<String>> header, Taker taker) {}

    /// Takes the columns of a piece.
    interface Taker {
        /// Takes them.
        ///
        /// @param start how many rows were before the piece
        void take(Map<String, ColumnCells> columns, int start, int rows);
    }

    /// Gathers all columns that are not ignored.
    static ColumnReading of(ReadOptions options, BytesRead bytes) {
        return new ColumnReading(options, Optional.empty(), Map.of(), Optional.empty(), bytes);
    }

    /// Gathers these columns as text, and finds what it means.
    static ColumnReading textOf(Set<String> only, ReadOptions options, BytesRead bytes) {
        Map<String, KnownMeaning> texts = new HashMap<>();
        only.forEach(name -> texts.put(name, KnownMeaning.WRITTEN));
        return new ColumnReading(options, Optional.of(only), texts, Optional.empty(), bytes);
    }

    /// Gathers these columns piece by piece.
    static ColumnReading inPieces(
            ReadOptions options, Map<String, KnownMeaning> columns, Piece piece, BytesRead bytes) {
        return new ColumnReading(options, Optional.of(columns.keySet()), columns, Optional.of(piece), bytes);
    }

    ReadOptions options() {
        return options;
    }

    /// Counts what is read of all files.
    BytesRead bytes() {
        return bytes;
    }

    /// Adds the rows of a file.
    ///
    /// @return the names of all columns, also of those that are not gathered, in order
    List<String> read(TableFile file) throws IOException {
        partitions = options.folders() == Folders.COLUMNS ? Partitions.of(file.name()) : Partitions.NONE;
        return withPartitions(file.read(this));
    }

    private List<String> withPartitions(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.addAll(partitions.cells().keySet());
        return all;
    }

    /// Where the cells of a column of the file go, if it is wanted.
    Optional<ColumnCells> column(String name) {
        if (partitions.has(name) && !options.ignored().contains(name)) {
            throw partitions.alsoInFile(name);
        }
        return wanted(name);
    }

    private Optional<ColumnCells> wanted(String name) {
        if (options.ignored().contains(name) || (only.isPresent() && !only.get().contains(name))) {
            return Optional.empty();
        }
        return Optional.of(columns.computeIfAbsent(name, this::newColumn));
    }

    private ColumnCells newColumn(String name) {
        ColumnCells cells =
                new ColumnCells(name, meanings.getOrDefault(name, options.meaning(name)), options, expectedRows);
        for (int row = pieceStart; row < rows; row++) {
            cells.addMissing();
        }
        return cells;
    }

    /// Begins a file whose columns are known before its rows.
    ///
    /// @param names of its columns
    /// @param next how many rows there are from here on, about
    void begin(List<String> names, int next) {
        piece.ifPresent(each -> each.header().accept(withPartitions(names)));
        expectedRows = Math.min(mostRows(), rows + next);
    }

    /// From so many rows on they are taken.
    int mostRows() {
        return piece.map(Piece::rows).orElse(Integer.MAX_VALUE);
    }

    /// How many rows are complete.
    int rows() {
        return rows;
    }

    /// Ends rows: columns that got no cell in them have none there.
    void endRows(int count) {
        partitions
                .cells()
                .forEach((name, cell) -> wanted(name).ifPresent(column -> {
                    TextCell value = TextCell.of(cell, column.missing());
                    for (int row = 0; row < count; row++) {
                        value.addTo(column);
                    }
                }));
        rows += count;
        for (ColumnCells column : columns.values()) {
            while (column.rows() < rows - pieceStart) {
                column.addMissing();
            }
        }
        piece.filter(each -> rows - pieceStart >= each.rows()).ifPresent(this::take);
    }

    /// Takes the rows that are left after the last whole piece.
    void endPieces() {
        piece.filter(ignored -> rows > pieceStart).ifPresent(this::take);
    }

    private void take(Piece piece) {
        piece.taker().take(columns, pieceStart, rows - pieceStart);
        columns.values().forEach(ColumnCells::startAgain);
        pieceStart = rows;
    }

    Map<String, ColumnCells> columns() {
        return columns;
    }

    /// Refuses options about columns that no file has.
    void refuseUnknownNames(List<String> names) {
        Set<String> asked = new TreeSet<>(options.ignored());
        asked.addAll(options.categorical());
        RequiredColumns.requireAll(asked, names);
    }
}
