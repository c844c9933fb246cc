package slope.cli.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.recipe.Recipe;

/// What `--recipe` can be: a recipe, or the best of several.
///
/// @param title as it is typed
/// @param summary a short description
/// @param recipe empty for the best of several
record RecipeName(String title, String summary, Optional<Recipe> recipe) {
    static final RecipeName BEST =
            new RecipeName("best", "tuned and ensemble, of which the best mean is selected", Optional.empty());

    /// Every name; the first is the default.
    static List<RecipeName> all() {
        return Stream.concat(
                        Recipe.all().stream()
                                .map(recipe -> new RecipeName(recipe.title(), recipe.summary(), Optional.of(recipe))),
                        Stream.of(BEST))
                .toList();
    }
}
