package slope.fit;

import java.util.Set;
import slope.table.profile.InputColumns.Leaks;

/// Which columns are no inputs.
///
/// @param ignored those somebody names
/// @param kept those that somebody wants as inputs whatever they look like
/// @param leaks what happens to columns that alone predict the target
public record ColumnSelection(Set<String> ignored, Set<String> kept, Leaks leaks) {

    public ColumnSelection {
        ignored = Set.copyOf(ignored);
        kept = Set.copyOf(kept);
    }

    /// Nothing said; likely leaks are kept and spoken of.
    public static ColumnSelection usual() {
        return new ColumnSelection(Set.of(), Set.of(), Leaks.KEPT);
    }
}
