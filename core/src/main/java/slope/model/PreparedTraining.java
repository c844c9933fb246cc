package slope.model;

import slope.data.Encoding;
import slope.data.Examples;
import slope.data.InputColumns;
import slope.data.Split;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.kernel.Engine;
import slope.network.Network;
import slope.training.Trainer;
import slope.training.TrainingListener;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;

/// Everything that is decided about a table before the first step: which rows train and which
/// validate, which columns enter and how, and the network to start from.
///
/// @param settings what was asked for
/// @param rowsWithoutTarget how many rows were left out because they have no target
/// @param split which rows of the table train and which validate
/// @param training the rows to learn from, with their target
/// @param validation the rows kept apart, with their target
/// @param columns which columns enter, which do not, and why
/// @param encoding from columns to inputs, fitted on the training rows
/// @param target from the target's words or unit to numbers, fitted on the training rows
/// @param start the network before the first step
public record PreparedTraining(
        ModelTrainer settings,
        int rowsWithoutTarget,
        Split split,
        Table training,
        Table validation,
        InputColumns columns,
        Encoding encoding,
        TargetEncoding target,
        Network start) {

    /// Trains from the start to the last epoch and keeps the best.
    ///
    /// @throws slope.training.DivergedException if the loss leaves the finite numbers
    public TrainedModel train(TrainingListener listener) {
        TrainingResult result = trainer().train(start, examples(training), examples(validation), listener);
        return new TrainedModel(this, new Model(encoding, target, result.network()), result);
    }

    /// How much memory the training takes.
    public TrainingMemory memory() {
        return TrainingMemory.of(trainer(), start.architecture(), training.rows(), validation.rows(), 1);
    }

    /// What the training runs on: what was asked for, or plain Java where the training is too short
    /// for vectors. Forward and backward take three multiply-adds for each row and parameter.
    public Engine engine() {
        double steps = (double) training.rows() * settings.recipe().stopping().epochs();
        return settings.engine().forWork(3 * steps * start.parameters().layout().length());
    }

    private Trainer trainer() {
        return settings.recipe().trainer(Task.of(target), settings.seed()).engine(engine());
    }

    private Examples examples(Table rows) {
        return Examples.of(encoding.encode(rows), encoding.width(), target.encode(rows.column(settings.target())), 1);
    }
}
