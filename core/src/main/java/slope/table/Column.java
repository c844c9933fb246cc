package slope.table;

import java.util.Optional;

/// A column of a table: a name and a cell for each row, any of which may be missing. It never changes.
public sealed interface Column permits NumberColumn, BooleanColumn, CategoryColumn, DateColumn {

    /// The name, unique within its table.
    String name();

    /// The count of rows.
    int rows();

    /// Whether the row has no value here.
    boolean isMissing(int row);

    /// These rows of this column.
    Column select(SelectedRows choice);

    /// The same cells under another name.
    Column renamed(String name);

    /// A cell as a person would write it; empty where it is missing.
    String text(int row);

    /// What kind of values the cells hold.
    ColumnKind kind();

    /// How text wrote the values, where that has to be said.
    default Optional<Written> written() {
        return Optional.empty();
    }

    /// How many rows have no value here.
    default int missingCount() {
        int count = 0;
        for (int row = 0; row < rows(); row++) {
            if (isMissing(row)) {
                count++;
            }
        }
        return count;
    }
}
