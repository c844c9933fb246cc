package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How many networks of folds a recipe trains where none are asked for.
class FoldDefaultsTest {

    @Test
    void thereAreAsManyFoldsAsValidationSharesMakeAWhole() {
        assertThat(FoldDefaults.folds(0.2, 1_000)).isEqualTo(5);
        assertThat(FoldDefaults.folds(0.25, 1_000)).isEqualTo(4);
        assertThat(FoldDefaults.folds(0.3, 1_000)).isEqualTo(1);
        assertThat(FoldDefaults.folds(0.9, 1_000)).isEqualTo(1);
    }

    @Test
    void eachFoldHasAtLeastTenRows() {
        assertThat(FoldDefaults.folds(0.2, 50)).isEqualTo(5);
        assertThat(FoldDefaults.folds(0.2, 49)).isEqualTo(1);
    }

    @Test
    void aSmallTableHasTheEpochsOfOneWith6400Rows() {
        assertThat(FoldPlan.whileTheyFit(256, 5, 6_400)).isEqualTo(new FoldPlan.WhileTheyFit(5, 256, 256));
        assertThat(FoldPlan.whileTheyFit(256, 5, 3_200)).isEqualTo(new FoldPlan.WhileTheyFit(5, 256, 512));
        assertThat(FoldPlan.whileTheyFit(256, 5, 100_000)).isEqualTo(new FoldPlan.WhileTheyFit(5, 256, 256));
        // Never more than all folds need.
        assertThat(FoldPlan.whileTheyFit(256, 5, 10)).isEqualTo(new FoldPlan.WhileTheyFit(5, 256, 1_280));
    }

    @Test
    void onlyTunedAndEnsembleTrainSeveralNetworksOfThemselves() {
        assertThat(Recipe.all().stream().map(recipe -> recipe.folds(0.2, 1_000)).toList())
                .isEqualTo(List.of(5, 5, 1));
    }

    @Test
    void eachRecipeIsFoundByItsTitle() {
        for (Recipe recipe : Recipe.all()) {
            assertThat(Recipe.named(recipe.title()).map(Recipe::title)).contains(recipe.title());
        }
        assertThat(Recipe.named("fine-tune")).isEmpty(); // it needs a network
    }
}
