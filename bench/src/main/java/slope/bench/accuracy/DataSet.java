package slope.bench.accuracy;

import java.util.List;
import java.util.Set;
import slope.metric.Metric;
import slope.tables.ReadOptions;
import slope.target.TargetChoice;

/// A table, what is asked of it, and what others reach on the same test rows.
///
/// @param name of its files, `NAME.csv.gz` and `NAME.test-rows.txt`
/// @param target what is predicted
/// @param reading which columns are categories or not read at all
/// @param scores what is compared
record DataSet(String name, TargetChoice target, ReadOptions reading, List<Score> scores) {

    /// A score on the test rows.
    ///
    /// @param metric which
    /// @param network of scikit-learn's MLP
    /// @param trees of scikit-learn's HistGradientBoosting
    /// @param must what the tuned recipe has to reach
    /// @param aim what some recipe should
    record Score(Metric metric, String network, String trees, double must, double aim) {
        boolean isReached(double value, double wanted) {
            return metric.toMinimise(value) <= metric.toMinimise(wanted);
        }
    }

    static DataSet of(String name, TargetChoice target, Score... scores) {
        return new DataSet(name, target, ReadOptions.none(), List.of(scores));
    }

    DataSet categorical(String... columns) {
        return new DataSet(name, target, reading.categorical(Set.of(columns)), scores);
    }

    DataSet ignoring(String... columns) {
        return new DataSet(name, target, reading.ignored(Set.of(columns)), scores);
    }
}
