package slope.data;

import java.util.stream.IntStream;

/// The rows that can teach or test: those in which the column to predict has a value.
final class TargetRows {
    private TargetRows() {}

    /// Refuses a target without a single value.
    static void refuseEmpty(Column target) {
        if (target.missingCount() == target.rows()) {
            throw new DataException("column \"%s\" has no value in any of %,d rows; nothing can be learned from it"
                    .formatted(target.name(), target.rows()));
        }
    }

    /// The rows of a column that have a value, ascending.
    static int[] rowsWithValue(Column column) {
        return IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .toArray();
    }
}
