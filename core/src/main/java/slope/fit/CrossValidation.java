package slope.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slope.evaluation.ReachedCoverage;
import slope.evaluation.Scores;
import slope.evaluation.SetEvaluation;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.split.Split;
import slope.table.DataException;
import slope.table.Table;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// Cross-validation: a model is fitted without the rows of each fold and predicts them, once or repeatedly with
/// other folds.
///
///     CrossValidation.Result result = CrossValidation.of(Slope.predict("y"), 5).repeats(2).run(table);
///
/// Each fit chooses its best epoch by validation rows of its own, so no row of a fold influences
/// the model that predicts it. The out-of-fold scores of one fit cost less and are slightly
/// optimistic. A value: each method with a setting gives another one.
public final class CrossValidation {
    private final Estimator estimator;
    private final int folds;
    private final int repeats;

    private CrossValidation(Estimator estimator, int folds, int repeats) {
        this.estimator = estimator;
        this.folds = folds;
        this.repeats = repeats;
    }

    /// Cross-validation with folds that are drawn once.
    ///
    /// @param folds at least 2
    /// @throws IllegalArgumentException if the estimator splits rows by time or holds out test rows
    public static CrossValidation of(Estimator estimator, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("cross-validation needs at least 2 folds, not " + folds);
        }
        if (estimator.rows().testShare().isPresent()) {
            throw new IllegalArgumentException("cross-validation tests all rows; leave the share of test rows out");
        }
        if (estimator.rows().time().isPresent()) {
            throw new IllegalArgumentException(
                    "folds would predict the past from the future; split rows by time with a test share instead");
        }
        return new CrossValidation(estimator, folds, 1);
    }

    /// How often folds are drawn, each time with another seed; at least once.
    public CrossValidation repeats(int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException(
                    "cross-validation is done at least once, not %s times".formatted(repeats));
        }
        return new CrossValidation(estimator, folds, repeats);
    }

    /// The number of fits.
    public int fits() {
        return folds * repeats;
    }

    /// The scores of one fold.
    ///
    /// @param repeat from 1
    /// @param fold from 1
    /// @param rows of its model
    /// @param model the scores of the model
    /// @param baseline those of the best constant prediction for the training rows
    /// @param linear those of ridge, logistic or Poisson regression; empty where there is none, see
    ///     [Fit#linearScores]
    public record Fold(
            int repeat, int fold, FoldRows rows, Metrics model, Metrics baseline, Optional<Metrics> linear) {}

    /// The rows of a fold.
    ///
    /// @param training that its model was fitted to, its validation rows included
    /// @param test of the fold, which the model predicts
    public record FoldRows(int training, int test) {}

    /// The scores of all folds.
    ///
    /// @param folds those of the first repeat first
    /// @param pooled the scores of all rows of the first repeat together: a single fold may have too few rows of a
    ///     class for a score
    /// @param coverage how many rows of the first repeat have their actual value in their interval or set, for each
    ///     target column; none where no coverage was asked for
    public record Result(List<Fold> folds, Scores pooled, List<ReachedCoverage> coverage) {
        public Result {
            folds = List.copyOf(folds);
            coverage = List.copyOf(coverage);
        }

        /// The metrics of the model, in the order of reports.
        public Collection<Metric> metrics() {
            return pooled.model().scores().keySet();
        }

        /// The model's scores of the folds.
        public FoldSpread spread(Metric metric) {
            return FoldSpread.of(folds, each -> score(each.model(), metric)).of(metric);
        }

        /// How much the model's scores are above the baseline's, fold by fold.
        public FoldSpread aboveBaseline(Metric metric) {
            return FoldSpread.of(folds, each -> score(each.model(), metric) - score(each.baseline(), metric));
        }

        /// How much the model's scores are above the linear model's, fold by fold.
        public FoldSpread aboveLinear(Metric metric) {
            return FoldSpread.of(
                    folds,
                    each -> score(each.model(), metric)
                            - each.linear().map(linear -> score(linear, metric)).orElse(Double.NaN));
        }

        private static double score(Metrics metrics, Metric metric) {
            return metrics.scores().getOrDefault(metric, Double.NaN);
        }
    }

    /// Fits and scores all folds.
    ///
    /// @throws DataException if the table is not suitable for training, or there are fewer rows or groups than
    ///     folds
    public Result run(Table table) {
        return run(table, TrainingCallbacks.by(TrainingListener.silent()), fold -> {});
    }

    /// The same with progress.
    ///
    /// @param training is told of the epochs of each fit
    /// @param scored is told of each fold that is scored
    public Result run(Table table, TrainingCallbacks<FitState> training, Consumer<Fold> scored) {
        List<Fold> all = new ArrayList<>();
        List<ScoredRows> predicted = new ArrayList<>();
        List<ScoredRows> baselines = new ArrayList<>();
        List<SetEvaluation> sets = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            Estimator seeded = repeat == 0 ? estimator : estimator.seed(SplitRandom.name(estimator.seed(), repeat));
            UsableRows rows = FitPlanner.usable(seeded, table);
            int number = 0;
            for (Split split : FitPlanner.folds(seeded, rows.table(), folds)) {
                OneFold fold = new OneFold(seeded, rows.table(), split, training);
                if (repeat == 0) {
                    predicted.add(fold.predicted());
                    baselines.add(fold.baseline());
                    sets.addAll(fold.sets());
                }
                all.add(fold.scores(repeat + 1, ++number));
                scored.accept(all.getLast());
            }
        }
        Metric[] chosen = estimator.metric().stream().toArray(Metric[]::new);
        return new Result(
                all,
                Scores.of(ScoredRows.concat(predicted), ScoredRows.concat(baselines), chosen),
                estimator.target().columns().stream()
                        .flatMap(column -> reached(column, sets).stream())
                        .toList());
    }

    /// @param sets of all folds and target columns
    private static Optional<ReachedCoverage> reached(String column, List<SetEvaluation> sets) {
        return sets.stream()
                .filter(each -> each.column().equals(column))
                .map(SetEvaluation::all)
                .reduce((some, more) ->
                        new ReachedCoverage(column, some.rows() + more.rows(), some.covered() + more.covered()));
    }
}
