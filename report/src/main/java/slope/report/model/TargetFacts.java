package slope.report.model;

import java.util.List;
import java.util.Optional;
import slope.target.Classes;
import slope.target.Counts;
import slope.target.Quantiles;
import slope.target.Target;

/// What a model predicts.
///
/// @param kind such as `multiclass` or `regression`, as options and requests have it
/// @param columns the target columns
/// @param classes of classification
/// @param quantiles the levels, where quantiles are predicted
/// @param exposure the column that counts are divided by
public record TargetFacts(
        String kind,
        List<String> columns,
        Optional<List<String>> classes,
        Optional<List<Double>> quantiles,
        Optional<String> exposure) {
    public TargetFacts {
        columns = List.copyOf(columns);
    }

    public static TargetFacts of(Target target) {
        return new TargetFacts(
                target.kind().option(), target.columns(), classes(target), quantiles(target), exposure(target));
    }

    private static Optional<List<String>> classes(Target target) {
        return target instanceof Classes classes ? Optional.of(classes.classes()) : Optional.empty();
    }

    private static Optional<List<Double>> quantiles(Target target) {
        return target instanceof Quantiles quantiles ? Optional.of(quantiles.levels()) : Optional.empty();
    }

    private static Optional<String> exposure(Target target) {
        return target instanceof Counts counts
                ? counts.exposure().map(exposure -> exposure.column())
                : Optional.empty();
    }
}
