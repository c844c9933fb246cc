package slope.model;

import java.util.Set;
import slope.data.Column;
import slope.data.DataException;
import slope.data.Encoding;
import slope.data.InputColumns;
import slope.data.Split;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.kernel.Engine;
import slope.network.Architecture;
import slope.network.Network;
import slope.training.TrainingListener;

/// From a table to a model that predicts one of its columns.
///
///     TrainedModel trained = ModelTrainer.forTarget("species").train(penguins);
///
/// @param target the column to predict
/// @param ignored columns that are no inputs
/// @param validationShare of the rows, kept apart to choose the best epoch by; above 0 and below 1
/// @param seed of the split, the start weights and the order of rows
/// @param recipe the network and its training
/// @param engine what training runs on: it decides how long it takes, and no bit of the result
public record ModelTrainer(
        String target, Set<String> ignored, double validationShare, long seed, PlainRecipe recipe, Engine engine) {

    public ModelTrainer {
        ignored = Set.copyOf(ignored);
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the validation share must be above 0 and below 1, not " + validationShare);
        }
    }

    /// A trainer with the usual settings: nothing ignored, a fifth of the rows for validation, seed
    /// 0, the fastest kernels on all cores.
    public static ModelTrainer forTarget(String target) {
        return new ModelTrainer(target, Set.of(), 0.2, 0, PlainRecipe.usual(), Engine.best());
    }

    public ModelTrainer ignoring(Set<String> ignored) {
        return new ModelTrainer(target, ignored, validationShare, seed, recipe, engine);
    }

    public ModelTrainer validationShare(double validationShare) {
        return new ModelTrainer(target, ignored, validationShare, seed, recipe, engine);
    }

    public ModelTrainer seed(long seed) {
        return new ModelTrainer(target, ignored, validationShare, seed, recipe, engine);
    }

    public ModelTrainer recipe(PlainRecipe recipe) {
        return new ModelTrainer(target, ignored, validationShare, seed, recipe, engine);
    }

    public ModelTrainer engine(Engine engine) {
        return new ModelTrainer(target, ignored, validationShare, seed, recipe, engine);
    }

    /// Trains on the table, without a word on the way.
    ///
    /// @throws DataException if the table cannot be trained on
    public TrainedModel train(Table table) {
        return prepare(table).train(TrainingListener.silent());
    }

    /// Decides everything that comes before the first step.
    ///
    /// @throws DataException if the table cannot be trained on
    public PreparedTraining prepare(Table table) {
        Column targetColumn = table.column(target);
        Split split = Split.stratified(targetColumn, validationShare, seed);
        Table training = table.select(split.training());
        TargetEncoding targetEncoding = TargetEncoding.fit(training.column(target));
        InputColumns columns = InputColumns.choose(training, target, ignored);
        Encoding encoding = Encoding.fit(columns.of(training));
        Architecture architecture = recipe.architecture(encoding.width(), Task.outputsFor(targetEncoding));
        return new PreparedTraining(
                this,
                targetColumn.missingCount(),
                split,
                training,
                table.select(split.validation()),
                columns,
                encoding,
                targetEncoding,
                Network.start(architecture, recipe.initializer(), seed));
    }
}
