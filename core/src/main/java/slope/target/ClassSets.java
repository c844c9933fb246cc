package slope.target;

import java.util.ArrayList;
import java.util.List;

/// A set of classes for each row and target column; of a label, whether it may be absent and present.
public final class ClassSets implements PredictionSets {
    private final List<String> columns;
    private final List<List<String>> classes; // of each column
    private final boolean[] holds; // rows × classes of all columns
    private final int width;

    /// @param columns the target columns
    /// @param classes the classes of each column, in the order of the model
    /// @param holds rows × the classes of all columns, row-major; copied
    public ClassSets(List<String> columns, List<List<String>> classes, boolean[] holds) {
        this.columns = List.copyOf(columns);
        this.classes = classes.stream().map(List::copyOf).toList();
        this.holds = holds.clone();
        this.width = this.classes.stream().mapToInt(List::size).sum();
        if (columns.size() != classes.size() || holds.length % width != 0) {
            throw new IllegalArgumentException("each row needs a truth for each class of %s".formatted(columns));
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// The classes that sets of a column are of.
    ///
    /// @param column which of the [#columns]
    public List<String> classes(int column) {
        return classes.get(column);
    }

    /// Whether a class is in the set of a row.
    ///
    /// @param column which of the [#columns]
    /// @param index which of its [#classes(int)]
    public boolean holds(int row, int column, int index) {
        int before = classes.subList(0, column).stream().mapToInt(List::size).sum();
        return holds[row * width + before + index];
    }

    /// The classes in the set of a row, in the order of the model; none if no class suits the row.
    ///
    /// @param column which of the [#columns]
    public List<String> at(int row, int column) {
        List<String> set = new ArrayList<>();
        for (int index = 0; index < classes(column).size(); index++) {
            if (holds(row, column, index)) {
                set.add(classes(column).get(index));
            }
        }
        return set;
    }

    @Override
    public boolean covers(int row, int column, double actual) {
        return holds(row, column, (int) actual);
    }
}
