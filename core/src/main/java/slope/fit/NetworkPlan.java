package slope.fit;

import java.util.stream.IntStream;
import slope.split.Split;
import slope.table.Table;

/// The rows of one network. Its encoder and architecture are fitted to them when its turn comes,
/// see [PreparedNetwork]: on large tables only a few folds become networks.
public final class NetworkPlan {
    private final Estimator estimator;
    private final FitDecisions decided;
    private final Table usable;
    private final Split split;

    /// @param usable the usable rows, which the split refers to by number
    NetworkPlan(Estimator estimator, FitDecisions decided, Table usable, Split split) {
        this.estimator = estimator;
        this.decided = decided;
        this.usable = usable;
        this.split = split;
    }

    Estimator estimator() {
        return estimator;
    }

    FitDecisions decided() {
        return decided;
    }

    /// Which of the usable rows are training rows and which validation rows.
    public Split split() {
        return split;
    }

    /// The training rows.
    public Table training() {
        return usable.select(split.training());
    }

    /// The validation rows.
    Table validation() {
        return usable.select(split.validation());
    }

    /// Some of the usable rows.
    Table rows(int[] some) {
        return usable.select(some);
    }

    /// The same plan, trained on every row.
    NetworkPlan refit() {
        int[] rows = IntStream.range(0, usable.rows()).toArray();
        return new NetworkPlan(estimator, decided, usable, Split.everyRow(rows));
    }
}
