package slope.tables;

import java.util.Set;

/// What a person says about the columns and cells of a file.
///
/// @param categorical columns whose cells are read as text, as written: `1` and `1.0` differ. For codes
///     that look like numbers
/// @param ignored columns that are not read at all, whatever they hold
/// @param missing what stands for a missing value besides an empty cell, such as `n/a` or `-999`;
///     spaces around a cell do not matter here, upper and lower case do
public record ReadOptions(Set<String> categorical, Set<String> ignored, Set<String> missing) {

    public ReadOptions {
        categorical = Set.copyOf(categorical);
        ignored = Set.copyOf(ignored);
        missing = Set.copyOf(missing);
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
