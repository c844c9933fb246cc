package slope.checkpoint;

import java.util.List;
import slope.data.CategoryColumn;
import slope.data.Fingerprint;
import slope.data.NumberColumn;
import slope.data.Table;
import slope.model.ModelState;
import slope.model.ModelTrainer;
import slope.model.PreparedTraining;
import slope.model.Recipe;
import slope.model.RowChoice;
import slope.model.TrainedModel;
import slope.random.SplitRandom;
import slope.training.EveryState;
import slope.training.Supervision;
import slope.training.TrainingListener;

/// Small trainings and the states they come to.
final class Trainings {
    /// Two networks one after another, two moments for each parameter.
    static final ModelTrainer TRAINER = ModelTrainer.forTarget("size")
            .recipe(Recipe.plain().hidden(List.of(4)).epochs(3).batchSize(16))
            .rows(RowChoice.usual().refit(RowChoice.Refit.ALL_ROWS));

    private Trainings() {}

    /// Boxes that are large or small.
    static Table boxes(int rows) {
        SplitRandom random = SplitRandom.of(7);
        double[] widths = new double[rows];
        String[] sizes = new String[rows];
        for (int row = 0; row < rows; row++) {
            widths[row] = random.nextDouble();
            sizes[row] = widths[row] > 0.5 ? "large" : "small";
        }
        return Table.of(NumberColumn.of("width", widths), CategoryColumn.of("size", sizes));
    }

    static PreparedTraining prepared() {
        return TRAINER.prepare(boxes(40));
    }

    static Identity identity(ModelTrainer trainer, Table table) {
        return Identity.of(trainer.prepare(table), table, Fingerprint.of(table), List.of("--target", "size"));
    }

    static Identity identity() {
        return identity(TRAINER, boxes(40));
    }

    /// All states of the training, in order.
    static List<ModelState> states() {
        EveryState<ModelState> states = new EveryState<>();
        prepared().train(Supervision.<ModelState>by(TrainingListener.silent()).keptBy(states));
        return states.states();
    }

    static TrainedModel goOn(ModelState state) {
        return prepared()
                .train(Supervision.<ModelState>by(TrainingListener.silent()).from(state));
    }

    static float[] parameters(TrainedModel trained) {
        return trained.model().members().getFirst().network().parameters().toArray();
    }
}
