package slope.target;

import java.util.List;

/// What the actual values of rows are to be expected in, beside what is predicted: intervals of numbers, or sets
/// of classes.
public sealed interface PredictionSets permits Intervals, ClassSets {
    /// The target columns, each of which has an interval or a set.
    List<String> columns();

    /// Whether the interval or set of a row holds its actual value.
    ///
    /// @param column which of the [#columns]
    /// @param actual a number, or the number of a class, as [Target#actual] gives them
    boolean covers(int row, int column, double actual);
}
