package slope.table.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.table.profile.InputColumns.Leaks;

/// The choice of input columns.
///
/// A value: each method with a setting gives another selection.
public final class ColumnSelection {
    private final Optional<Set<String>> only;
    private final Set<String> ignored;
    private final Set<String> kept;
    private final Leaks leaks;

    private ColumnSelection(Optional<Set<String>> only, Set<String> ignored, Set<String> kept, Leaks leaks) {
        this.only = only;
        this.ignored = ignored;
        this.kept = kept;
        this.leaks = leaks;
    }

    /// All columns that look like inputs; likely leaks are used and reported.
    public static ColumnSelection defaults() {
        return new ColumnSelection(Optional.empty(), Set.of(), Set.of(), Leaks.KEPT);
    }

    /// The only inputs, whatever they look like; empty if none were named.
    public Optional<Set<String>> only() {
        return only;
    }

    /// These columns and no others are inputs.
    public ColumnSelection only(String... columns) {
        return new ColumnSelection(Optional.of(Set.copyOf(List.of(columns))), ignored, kept, leaks);
    }

    /// Columns that are not inputs.
    public Set<String> ignored() {
        return ignored;
    }

    public ColumnSelection ignored(Set<String> ignored) {
        return new ColumnSelection(only, Set.copyOf(ignored), kept, leaks);
    }

    /// Columns that are inputs whatever they look like.
    public Set<String> kept() {
        return kept;
    }

    public ColumnSelection kept(Set<String> kept) {
        return new ColumnSelection(only, ignored, Set.copyOf(kept), leaks);
    }

    /// How columns that predict the target on their own are treated.
    public Leaks leaks() {
        return leaks;
    }

    public ColumnSelection leaks(Leaks leaks) {
        return new ColumnSelection(only, ignored, kept, leaks);
    }

    /// Whether a column is no input by this selection.
    public boolean leavesOut(String column) {
        return ignored.contains(column)
                || only.filter(inputs -> !inputs.contains(column)).isPresent();
    }

    /// Whether a column is an input whatever it looks like.
    boolean keeps(String column) {
        return kept.contains(column)
                || only.filter(inputs -> inputs.contains(column)).isPresent();
    }
}
