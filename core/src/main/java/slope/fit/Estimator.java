package slope.fit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import slope.conformal.CoverageChoice;
import slope.evaluation.Scores;
import slope.kernel.Engine;
import slope.metric.Metric;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.DataException;
import slope.table.Table;
import slope.table.profile.ColumnSelection;
import slope.target.TargetChoice;
import slope.training.Divergence;
import slope.training.TrainingListener;

/// Fits models that predict one or more columns of a table. [slope.Slope#predict] makes one.
///
///     FitResult result = Slope.predict("species").fit(penguins);
///
/// A value: each method with a setting gives another estimator.
public final class Estimator {
    private final TargetChoice target;
    private final ColumnSelection columns;
    private final RowSelection rows;
    private final Recipe recipe;
    private final Optional<Metric> metric;
    private final Execution execution;

    private Estimator(
            TargetChoice target,
            ColumnSelection columns,
            RowSelection rows,
            Recipe recipe,
            Optional<Metric> metric,
            Execution execution) {
        this.target = target;
        this.columns = columns;
        this.rows = rows;
        this.recipe = recipe;
        this.metric = metric;
        this.execution = execution;
    }

    /// How training runs, whatever the data and the network.
    private record Execution(Optional<Duration> timeLimit, Divergence divergence, long seed, Engine engine) {}

    /// The default settings: the tuned recipe, all columns that look like inputs, a fifth of the
    /// rows for validation, seed 0, the fastest kernels on all cores.
    public static Estimator forTarget(TargetChoice target) {
        return new Estimator(
                target,
                ColumnSelection.defaults(),
                RowSelection.defaults(),
                Recipe.tuned(),
                Optional.empty(),
                new Execution(Optional.empty(), Divergence.ENDS, 0, Engine.best()));
    }

    /// The target.
    public TargetChoice target() {
        return target;
    }

    public Estimator target(TargetChoice target) {
        return new Estimator(target, columns, rows, recipe, metric, execution);
    }

    /// The input columns.
    public ColumnSelection columns() {
        return columns;
    }

    public Estimator columns(ColumnSelection columns) {
        return new Estimator(target, columns, rows, recipe, metric, execution);
    }

    /// These columns and no others are inputs.
    public Estimator columns(String... only) {
        return columns(columns.only(only));
    }

    public Estimator ignoring(Set<String> ignored) {
        return columns(columns.ignored(ignored));
    }

    /// The roles and the weights of rows.
    public RowSelection rows() {
        return rows;
    }

    public Estimator rows(RowSelection rows) {
        return new Estimator(target, columns, rows, recipe, metric, execution);
    }

    public Estimator validationShare(double validationShare) {
        return rows(rows.validationShare(validationShare));
    }

    /// Intervals or sets that hold the actual value of this share of rows, see [Model#conformal].
    ///
    /// @param coverage above 0 and below 1, such as 0.9
    /// @throws IllegalArgumentException if it is not
    public Estimator coverage(double coverage) {
        return rows(rows.coverage(CoverageChoice.of(coverage)));
    }

    /// The network and its training.
    public Recipe recipe() {
        return recipe;
    }

    public Estimator recipe(Recipe recipe) {
        return new Estimator(target, columns, rows, recipe, metric, execution);
    }

    /// The metric that chooses the best epoch, if it is not the target's default metric.
    public Optional<Metric> metric() {
        return metric;
    }

    public Estimator metric(Metric metric) {
        return new Estimator(target, columns, rows, recipe, Optional.of(metric), execution);
    }

    /// The time after which training ends with the best epoch so far. If one epoch of each network
    /// does not fit, training is refused before its first step. With a time limit, the bits depend
    /// on the speed of the machine.
    public Optional<Duration> timeLimit() {
        return execution.timeLimit;
    }

    public Estimator timeLimit(Duration timeLimit) {
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the time limit must be longer than 0 s");
        }
        return with(new Execution(Optional.of(timeLimit), execution.divergence, execution.seed, execution.engine));
    }

    /// What happens if numbers stop being finite.
    public Divergence divergence() {
        return execution.divergence;
    }

    public Estimator divergence(Divergence divergence) {
        return with(new Execution(execution.timeLimit, divergence, execution.seed, execution.engine));
    }

    /// The seed of the split, the initial parameters and the order of rows.
    public long seed() {
        return execution.seed;
    }

    public Estimator seed(long seed) {
        return with(new Execution(execution.timeLimit, execution.divergence, seed, execution.engine));
    }

    /// The engine that training runs on: it affects the time, and no bit of the result.
    public Engine engine() {
        return execution.engine;
    }

    public Estimator engine(Engine engine) {
        return with(new Execution(execution.timeLimit, execution.divergence, execution.seed, engine));
    }

    private Estimator with(Execution other) {
        return new Estimator(target, columns, rows, recipe, metric, other);
    }

    /// Trains on the table and scores the model out of fold.
    ///
    /// @throws DataException if the table is not suitable for training
    public FitResult fit(Table table) {
        return plan(table).train(TrainingListener.silent()).result();
    }

    /// K-fold cross-validation: scores of each row by a model that was fitted without it. It takes
    /// as long as k fits on nearly all rows. [CrossValidation] has the scores of each fold, and repeats.
    ///
    /// @param folds at least 2
    /// @throws DataException if the table is not suitable for training, or there are fewer rows or
    ///     groups than folds
    /// @throws IllegalArgumentException if the estimator splits rows by time or holds out test rows
    public Scores crossValidate(Table table, int folds) {
        return CrossValidation.of(this, folds).run(table).pooled();
    }

    /// Makes every decision that precedes the first step.
    ///
    /// @throws DataException if the table is not suitable for training
    public FitPlan plan(Table table) {
        return FitPlanner.of(this, table);
    }
}
