package slope.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Table;

/// Options for reading the columns and cells of a file. A value: each method with an option gives
/// others.
///
///     ReadOptions options = ReadOptions.none().categorical(Set.of("zip")).missing(Set.of("n/a"));
public final class ReadOptions {
    private final Columns columns;
    private final Set<String> missing;
    private final Folders folders;

    /// What the names of a file's folders mean.
    public enum Folders {
        /// Nothing: the file has all columns.
        PLACES,
        /// Those such as `year=2024` hold the value of a column for each row of the file, as Hive
        /// and Spark write them.
        COLUMNS
    }

    /// Columns that are not read as what their cells are.
    private record Columns(Set<String> categorical, Set<String> ignored, Map<String, DateOrder> dates) {
        Columns {
            categorical = Set.copyOf(categorical);
            ignored = Set.copyOf(ignored);
            dates = Map.copyOf(dates);
        }
    }

    private ReadOptions(Columns columns, Set<String> missing, Folders folders) {
        this.columns = columns;
        this.missing = Set.copyOf(missing);
        this.folders = folders;
    }

    /// Nothing said: every column is read as what its cells are.
    public static ReadOptions none() {
        return new ReadOptions(new Columns(Set.of(), Set.of(), Map.of()), Set.of(), Folders.PLACES);
    }

    /// Columns whose cells are read as text, as written: `1` and `1.0` differ. For codes that look
    /// like numbers.
    public Set<String> categorical() {
        return columns.categorical;
    }

    public ReadOptions categorical(Set<String> categorical) {
        return with(new Columns(categorical, columns.ignored, columns.dates));
    }

    /// Columns that are not read at all, whatever they hold.
    public Set<String> ignored() {
        return columns.ignored;
    }

    public ReadOptions ignored(Set<String> ignored) {
        return with(new Columns(columns.categorical, ignored, columns.dates));
    }

    /// Columns of dates, and the order that text writes them in, besides those that begin with the
    /// year. In other columns the cells tell whether they are dates, and in which order.
    public Map<String, DateOrder> dates() {
        return columns.dates;
    }

    public ReadOptions dates(Map<String, DateOrder> dates) {
        return with(new Columns(columns.categorical, columns.ignored, dates));
    }

    /// The same, and dates are written as in this table: for more rows like its own, which may be
    /// too few to tell.
    public ReadOptions datesAsIn(Table table) {
        Map<String, DateOrder> orders = new HashMap<>();
        for (Column column : table.columns()) {
            if (column instanceof DateColumn dates) {
                orders.put(column.name(), dates.order());
            }
        }
        return dates(orders);
    }

    private ReadOptions with(Columns other) {
        return new ReadOptions(other, missing, folders);
    }

    /// The text of missing values besides an empty cell, such as `n/a` or `-999`; spaces around a
    /// cell do not matter here, upper and lower case do.
    public Set<String> missing() {
        return missing;
    }

    public ReadOptions missing(Set<String> missing) {
        return new ReadOptions(columns, missing, folders);
    }

    /// What the names of a file's folders mean.
    public Folders folders() {
        return folders;
    }

    public ReadOptions folders(Folders folders) {
        return new ReadOptions(columns, missing, folders);
    }

    /// Whether a cell's text stands for a missing value.
    boolean isMissing(String cell) {
        return cell.isBlank() || (!missing.isEmpty() && missing.contains(cell.strip()));
    }
}
