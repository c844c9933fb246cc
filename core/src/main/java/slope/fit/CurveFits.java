package slope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import slope.metric.Metric;
import slope.split.Split;
import slope.table.DataException;
import slope.table.Table;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// The fits of a [LearningCurve]: to growing parts of the rows beside each fold, which they
/// predict.
final class CurveFits {
    private static final int FEWEST_PARTS = 2;
    private static final int MOST_PARTS = 32;
    private static final int FEWEST_ROWS_OF_A_PART = 10;

    private final Estimator estimator;
    private final Table usable;
    private final int folds;
    private final int parts;
    private final Metric metric;
    private final int[] rows; // by size, of all folds together
    private final List<List<CrossValidation.Fold>> scored = new ArrayList<>(); // by size, those that have a score
    private int ended;

    /// @param usable rows that have a target
    CurveFits(Estimator estimator, Table usable, int folds) {
        this.estimator = estimator;
        this.usable = usable;
        this.folds = folds;
        this.parts = parts(usable.rows() - usable.rows() / folds);
        this.metric = estimator.plan(usable).metric();
        this.rows = new int[sizes(parts * FEWEST_ROWS_OF_A_PART)];
        for (int size = 0; size < rows.length; size++) {
            scored.add(new ArrayList<>());
        }
    }

    /// The parts of the training rows, a power of two: each size has twice as many as the one
    /// before.
    private static int parts(int training) {
        return Integer.highestOneBit(Math.clamp(training / FEWEST_ROWS_OF_A_PART, FEWEST_PARTS, MOST_PARTS));
    }

    /// The number of sizes.
    ///
    /// @param training rows
    static int sizes(int training) {
        return 1 + Integer.numberOfTrailingZeros(parts(training));
    }

    LearningCurve curve(int repeats, IntConsumer told) {
        for (Split fold : FitPlanner.folds(estimator, usable, folds).subList(0, repeats)) {
            fit(usable.select(fold.training()), usable.select(fold.validation()), told);
        }
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int size = 0; size < rows.length; size++) {
            if (!scored.get(size).isEmpty()) {
                points.add(point(rows[size] / repeats, scored.get(size)));
            }
        }
        return new LearningCurve(metric, points);
    }

    private LearningCurve.Point point(int rows, List<CrossValidation.Fold> folds) {
        OptionalDouble linear = folds.stream()
                .flatMap(fold -> fold.linear().stream())
                .mapToDouble(scores -> scores.score(metric))
                .average();
        return new LearningCurve.Point(
                rows,
                folds.stream().map(fold -> fold.model().score(metric)).toList(),
                folds.stream()
                        .mapToDouble(fold -> fold.baseline().score(metric))
                        .average()
                        .orElse(Double.NaN),
                linear.isPresent() ? Optional.of(linear.getAsDouble()) : Optional.empty());
    }

    /// @param training all rows but those of a fold
    /// @param held those of the fold
    private void fit(Table training, Table held, IntConsumer told) {
        List<Split> pieces = FitPlanner.folds(estimator, training, parts);
        for (int size = 0; size < rows.length; size++) {
            int[] some = pieces.subList(0, 1 << size).stream()
                    .flatMapToInt(piece -> Arrays.stream(piece.validation()))
                    .sorted()
                    .toArray();
            rows[size] += some.length;
            score(training.select(some), held, size);
            told.accept(++ended);
        }
    }

    /// Few rows may lack a class of the others, and have no score then.
    private void score(Table some, Table held, int size) {
        try {
            OneFold fold = new OneFold(estimator, some, held, TrainingCallbacks.by(TrainingListener.silent()));
            scored.get(size).add(fold.scores(1, scored.get(size).size() + 1));
        } catch (DataException unsuited) {
            if (size == rows.length - 1) {
                throw unsuited;
            }
        }
    }
}
