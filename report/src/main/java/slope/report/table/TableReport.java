package slope.report.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import slope.report.json.Report;
import slope.table.Table;

/// What the columns of a table hold.
///
/// @param name of the table, as its file was named
/// @param rows how many it has
/// @param suggestedTarget the column that is predicted most likely
/// @param columns in the table's order
/// @param notes sentences about what was read otherwise than a person may think
public record TableReport(
        String name, int rows, String suggestedTarget, List<ProfiledColumn> columns, List<String> notes)
        implements Report {
    /// What people call the column that they want to predict.
    private static final Set<String> TARGETS =
            Set.of("target", "label", "class", "outcome", "response", "species", "survived", "churn");

    public TableReport {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /// The report of a table.
    ///
    /// @param between is called before each column; what it throws ends the work
    public static TableReport of(String name, Table table, List<String> notes, Runnable between) {
        return new TableReport(
                name,
                table.rows(),
                suggestedTarget(table.names()),
                table.columns().stream()
                        .peek(ignored -> between.run())
                        .map(ProfiledColumn::of)
                        .toList(),
                notes);
    }

    /// The same with another target, if it has such a column.
    public TableReport suggesting(String target) {
        boolean isThere = columns.stream().anyMatch(column -> column.name().equals(target));
        return isThere ? new TableReport(name, rows, target, columns, notes) : this;
    }

    /// The last one, unless another has a usual name.
    private static String suggestedTarget(List<String> names) {
        return names.stream()
                .filter(name -> TARGETS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(names.getLast());
    }

    @Override
    public String report() {
        return "table";
    }

    @Override
    public int version() {
        return 1;
    }
}
