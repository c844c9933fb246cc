package slope.fit;

import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Settings;
import slope.table.profile.InputColumns;
import slope.target.TargetChoice;

/// The decisions for all networks of a fit, made once the table is known. It holds no row of the
/// table.
///
/// @param recipe the recipe, adapted to the table
/// @param found the target, fitted to all usable rows
/// @param metric the metric that chooses the best epoch
/// @param settings every setting of the training
/// @param columns the input columns, and the others with the reason
record FitDecisions(Recipe recipe, TargetChoice.Fitted found, Metric metric, Settings settings, InputColumns columns) {}
