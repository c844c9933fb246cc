package slope.run.tuning;

import java.util.List;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.recipe.Recipe;
import slope.recipe.Settings;
import slope.run.TrainingRequest;
import slope.split.Split;

/// The trials of a search by their numbers: first each recipe as it is, then draws from their
/// search spaces, the recipes in turn. The seed decides all of them, however many there will be.
final class Trials {
    private final List<Recipe> recipes;
    private final Settings.Circumstances circumstances;
    private final long seed;

    /// @param plan of any of the trainings
    Trials(List<Recipe> recipes, FitPlan plan) {
        Split split = plan.first().split();
        this.recipes = recipes;
        this.circumstances = new Settings.Circumstances(plan.target(), split.training().length, plan.metric());
        this.seed = plan.estimator().seed();
    }

    /// @param number from 1
    Trial get(int number) {
        Recipe recipe = recipes.get((number - 1) % recipes.size());
        int draw = (number - 1) / recipes.size();
        return draw == 0
                ? new Trial(number, recipe, true)
                : new Trial(number, recipe.drawn(circumstances, seed, draw), false);
    }

    /// The request without a model, whose folds are those of every trial: as many as the validation
    /// share gives, unless a person chose them, rows are split by time or a column names the validation rows.
    static TrainingRequest withFolds(TrainingRequest training, FitPlan plan) {
        RowSelection rows = training.estimator().rows();
        boolean isDecided = rows.folds().isPresent()
                || rows.time().isPresent()
                || rows.validationColumn().isPresent();
        return isDecided
                ? training
                : training.estimator(
                        training.estimator().rows(rows.folds(plan.members().size())));
    }
}
