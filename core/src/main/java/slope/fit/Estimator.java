package slope.fit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import slope.kernel.Engine;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.table.DataException;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.training.Divergence;
import slope.training.TrainingListener;

/// From a table to a model that predicts one of its columns, or several.
///
///     TrainedModel trained = ModelTrainer.forTarget("species").train(penguins);
///
/// @param target what to predict
/// @param columns which columns are no inputs
/// @param rows which rows learn and judge, and how much each counts
/// @param recipe the network and its training
/// @param metric what chooses the best epoch, if it is not the task's usual one
/// @param timeLimit after which training ends with the best so far, or before its first step where one epoch
///     of each network does not fit in; with one, the bits depend on how fast the machine is
/// @param divergence what happens if the numbers stop being finite
/// @param seed of the split, the start weights and the order of rows
/// @param engine what training runs on: it decides how long it takes, and no bit of the result
public record Estimator(
        TargetChoice target,
        ColumnSelection columns,
        RowSelection rows,
        Recipe recipe,
        Optional<Metric> metric,
        Optional<Duration> timeLimit,
        Divergence divergence,
        long seed,
        Engine engine) {

    public Estimator {
        if (timeLimit.isPresent() && !timeLimit.get().isPositive()) {
            throw new IllegalArgumentException("training needs some time, not " + timeLimit.get());
        }
    }

    /// A trainer with the usual settings: the tuned recipe, nothing ignored, a fifth of the rows for
    /// validation, seed 0, the fastest kernels on all cores.
    public static Estimator forTarget(String... columns) {
        return forTarget(TargetChoice.of(columns));
    }

    /// A trainer with the usual settings for what somebody wants predicted.
    public static Estimator forTarget(TargetChoice target) {
        return new Estimator(
                target,
                ColumnSelection.usual(),
                RowSelection.usual(),
                Recipe.tuned(),
                Optional.empty(),
                Optional.empty(),
                Divergence.ENDS,
                0,
                Engine.best());
    }

    public Estimator columns(ColumnSelection columns) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    public Estimator ignoring(Set<String> ignored) {
        return columns(new ColumnSelection(ignored, columns.kept(), columns.leaks()));
    }

    public Estimator rows(RowSelection rows) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    public Estimator validationShare(double validationShare) {
        return rows(rows.validationShare(validationShare));
    }

    public Estimator recipe(Recipe recipe) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    public Estimator metric(Metric metric) {
        return new Estimator(target, columns, rows, recipe, Optional.of(metric), timeLimit, divergence, seed, engine);
    }

    public Estimator timeLimit(Duration timeLimit) {
        return new Estimator(target, columns, rows, recipe, metric, Optional.of(timeLimit), divergence, seed, engine);
    }

    public Estimator divergence(Divergence divergence) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    public Estimator seed(long seed) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    public Estimator engine(Engine engine) {
        return new Estimator(target, columns, rows, recipe, metric, timeLimit, divergence, seed, engine);
    }

    /// Trains on the table, without a word on the way.
    ///
    /// @throws DataException if the table cannot be trained on
    public FitResult train(Table table) {
        return prepare(table).train(TrainingListener.silent());
    }

    /// Decides everything that comes before the first step.
    ///
    /// @throws DataException if the table cannot be trained on
    public FitPlan prepare(Table table) {
        return FitPlanner.of(this, table);
    }
}
