package slope.fit;

import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Settings;
import slope.table.profile.InputColumns;
import slope.target.TargetChoice;

/// What is decided for all networks of a fit, once the table is known; it holds no row of it.
///
/// @param recipe suited to the table
/// @param found what is predicted, as all usable rows have it
/// @param metric what chooses the best epoch
/// @param settings every setting of the training
/// @param columns which columns enter, which do not, and why
record FitDecisions(Recipe recipe, TargetChoice.Fitted found, Metric metric, Settings settings, InputColumns columns) {}
