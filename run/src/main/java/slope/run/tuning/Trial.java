package slope.run.tuning;

import slope.recipe.Recipe;

/// A training of a search.
///
/// @param number from 1
/// @param recipe with the settings that were drawn for it
/// @param isDefault whether nothing was drawn: the recipe is as a person would have it
public record Trial(int number, Recipe recipe, boolean isDefault) {

    /// For people: the recipe and the number, such as `ensemble 4`.
    public String name() {
        return recipe.title() + " " + number;
    }
}
