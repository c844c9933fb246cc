package slope.target;

import java.util.List;
import java.util.Optional;

/// What somebody wants predicted.
///
/// @param columns to predict, at least one
/// @param task what they are, if it is not to be found from their values
/// @param exposure the column that says how long or how large each row is, for counts
/// @param quantiles which to predict; none predicts the mean
public record TargetChoice(
        List<String> columns, Optional<Task> task, Optional<String> exposure, List<Double> quantiles) {

    public TargetChoice {
        columns = List.copyOf(columns);
        quantiles = List.copyOf(quantiles);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("at least one column to predict is needed");
        }
    }

    /// Columns whose values tell the task.
    public static TargetChoice of(String... columns) {
        return new TargetChoice(List.of(columns), Optional.empty(), Optional.empty(), List.of());
    }

    public TargetChoice task(Task task) {
        return new TargetChoice(columns, Optional.of(task), exposure, quantiles);
    }

    public TargetChoice exposure(String exposure) {
        return new TargetChoice(columns, task, Optional.of(exposure), quantiles);
    }

    public TargetChoice quantiles(List<Double> quantiles) {
        return new TargetChoice(columns, task, exposure, quantiles);
    }
}
