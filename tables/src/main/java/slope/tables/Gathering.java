package slope.tables;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.data.NearestName;
import slope.tables.ColumnCells.Meaning;

/// The columns of a table while its files are read one after another: the only thing that changes
/// meanwhile.
final class Gathering {
    private final ReadOptions options;
    private final Optional<Set<String>> only;
    private final Map<String, ColumnCells> columns = new LinkedHashMap<>();
    private int rows;

    private Gathering(ReadOptions options, Optional<Set<String>> only) {
        this.options = options;
        this.only = only;
    }

    /// Gathers all columns that are not ignored.
    static Gathering of(ReadOptions options) {
        return new Gathering(options, Optional.empty());
    }

    /// Gathers these columns, as text.
    static Gathering textOf(Set<String> only, ReadOptions options) {
        return new Gathering(options, Optional.of(only));
    }

    ReadOptions options() {
        return options;
    }

    /// Where the cells of a column go, if it is wanted.
    Optional<ColumnCells> column(String name) {
        if (options.ignored().contains(name) || (only.isPresent() && !only.get().contains(name))) {
            return Optional.empty();
        }
        return Optional.of(columns.computeIfAbsent(name, this::newColumn));
    }

    private ColumnCells newColumn(String name) {
        boolean isText = only.isPresent() || options.categorical().contains(name);
        ColumnCells cells = new ColumnCells(name, isText ? Meaning.TEXT : Meaning.TO_BE_FOUND);
        for (int row = 0; row < rows; row++) {
            cells.addMissing();
        }
        return cells;
    }

    /// How many rows are complete.
    int rows() {
        return rows;
    }

    /// Ends rows: columns that got no cell in them have none there.
    void endRows(int count) {
        rows += count;
        for (ColumnCells column : columns.values()) {
            while (column.rows() < rows) {
                column.addMissing();
            }
        }
    }

    Map<String, ColumnCells> columns() {
        return columns;
    }

    /// Refuses options about columns that no file has.
    void refuseUnknownNames(List<String> names) {
        Set<String> known = new HashSet<>(names);
        for (Collection<String> meant : List.of(options.ignored(), options.categorical())) {
            for (String name : meant) {
                if (!known.contains(name)) {
                    throw NearestName.unknownColumn(name, names);
                }
            }
        }
    }
}
