package slope.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Table;

/// Options for reading the columns and cells of a file.
///
/// @param categorical columns whose cells are read as text, as written: `1` and `1.0` differ. For
///     codes that look like numbers
/// @param ignored columns that are not read at all, whatever they hold
/// @param missing the text of missing values besides an empty cell, such as `n/a` or `-999`; spaces
///     around a cell do not matter here, upper and lower case do
/// @param dates columns of dates, and the order that text writes them in, besides those that begin
///     with the year. In other columns the cells tell whether they are dates, and in which order
/// @param folders whether folders such as `year=2024` name columns
public record ReadOptions(
        Set<String> categorical,
        Set<String> ignored,
        Set<String> missing,
        Map<String, DateOrder> dates,
        Folders folders) {

    /// What the names of a file's folders mean.
    public enum Folders {
        /// Nothing: the file has all columns.
        PLACES,
        /// Those such as `year=2024` hold the value of a column for each row of the file, as Hive
        /// and Spark write them.
        COLUMNS
    }

    public ReadOptions {
        categorical = Set.copyOf(categorical);
        ignored = Set.copyOf(ignored);
        missing = Set.copyOf(missing);
        dates = Map.copyOf(dates);
    }

    /// Nothing said of folders.
    public ReadOptions(
            Set<String> categorical, Set<String> ignored, Set<String> missing, Map<String, DateOrder> dates) {
        this(categorical, ignored, missing, dates, Folders.PLACES);
    }

    /// Nothing said of dates.
    public ReadOptions(Set<String> categorical, Set<String> ignored, Set<String> missing) {
        this(categorical, ignored, missing, Map.of());
    }

    /// The same, and what folders mean.
    public ReadOptions withFolders(Folders folders) {
        return new ReadOptions(categorical, ignored, missing, dates, folders);
    }

    /// The same, and dates are written as in this table: for more rows like its own, which may be
    /// too few to tell.
    public ReadOptions withDatesAsIn(Table table) {
        Map<String, DateOrder> orders = new HashMap<>();
        for (Column column : table.columns()) {
            if (column instanceof DateColumn dates) {
                orders.put(column.name(), dates.order());
            }
        }
        return withDates(orders);
    }

    /// The same, and these columns of dates.
    public ReadOptions withDates(Map<String, DateOrder> dates) {
        return new ReadOptions(categorical, ignored, missing, dates, folders);
    }

    /// Nothing said: every column is read as what its cells are.
    public static ReadOptions none() {
        return new ReadOptions(Set.of(), Set.of(), Set.of());
    }

    /// Whether a cell's text stands for a missing value.
    boolean isMissing(String cell) {
        return cell.isBlank() || (!missing.isEmpty() && missing.contains(cell.strip()));
    }
}
