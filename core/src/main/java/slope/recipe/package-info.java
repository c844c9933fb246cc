/// Recipes: published ways to build and train a network for tables, each with its defaults and
/// their reasons.
///
/// Start with [slope.recipe.Recipe]. [slope.recipe.RealMlp] is the default, [slope.recipe.TabM]
/// trains an ensemble in one network, [slope.recipe.PlainMlp] is simple enough to teach,
/// [slope.recipe.FineTune] continues from a given network.
@NullMarked
package slope.recipe;

import org.jspecify.annotations.NullMarked;
