package slope.checkpoint;

import java.util.List;
import slope.Slope;
import slope.fit.Estimator;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.RowSelection;
import slope.internal.random.SplitRandom;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.training.EveryState;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// Small trainings and the states they come to.
final class Trainings {
    /// Two networks one after another, two moments for each parameter.
    static final Estimator TRAINER = Slope.predict("size")
            .recipe(Recipe.plain().hidden(List.of(4)).epochs(3).batchSize(16))
            .rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));

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

    static FitPlan prepared() {
        return TRAINER.plan(boxes(40));
    }

    static Identity identity(Estimator trainer, Table table) {
        return Identity.of(trainer.plan(table), table, Fingerprint.of(table), "a request");
    }

    static Identity identity() {
        return identity(TRAINER, boxes(40));
    }

    /// All states of the training, in order.
    static List<FitState> states() {
        EveryState<FitState> states = new EveryState<>();
        prepared()
                .train(TrainingCallbacks.<FitState>by(TrainingListener.silent()).checkpointer(states));
        return states.states();
    }

    static Fit goOn(FitState state) {
        return prepared()
                .train(TrainingCallbacks.<FitState>by(TrainingListener.silent()).from(state));
    }

    static float[] parameters(Fit trained) {
        return trained.model().members().getFirst().network().parameters().toArray();
    }
}
