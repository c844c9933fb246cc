package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.metric.Metric;
import slope.optimizer.Optimizer;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetScale;

class SearchSpaceTest {
    private static final Target CLASSES = new Classes("y", List.of("no", "yes"));
    private static final Target NUMBERS = new Numbers(List.of(new TargetScale("y", 0, 1, -1, 1)));

    @Test
    void drawsOfTheTunedRecipeAreOfItsPublishedSpace() {
        for (Recipe drawn : draws(Recipe.tuned(), CLASSES)) {
            assertThat(drawn.chosen(Setting.HIDDEN).orElseThrow())
                    .hasSizeBetween(2, 4)
                    .allMatch(Set.of(256, 384, 512)::contains);
            assertThat(drawn.chosen(Setting.ACTIVATION)).contains(Activation.MISH);
            assertThat(drawn.chosen(Setting.LEARNING_RATE).orElseThrow()).isBetween(0.02, 0.3);
            assertThat(drawn.chosen(Setting.DROPOUT).orElseThrow()).isBetween(0.0, 0.5);
            assertThat(drawn.chosen(Setting.WEIGHT_DECAY).orElseThrow()).isBetween(0.001, 0.05);
            assertThat(drawn.chosen(Setting.LABEL_SMOOTHING).orElseThrow())
                    .matches(share -> share == 0 || (share >= 0.005 && share <= 0.1));
        }
    }

    @Test
    void drawsOfTheEnsembleRecipeAreOfItsPublishedSpace() {
        for (Recipe drawn : draws(Recipe.ensemble(), NUMBERS)) {
            assertThat(drawn.chosen(Setting.LEARNING_RATE).orElseThrow()).isBetween(1e-4, 3e-3);
            assertThat(drawn.chosen(Setting.WEIGHT_DECAY).orElseThrow())
                    .matches(decay -> decay == 0 || (decay >= 1e-4 && decay <= 0.1));
        }
    }

    /// Half of the logarithmic range is below the geometric mean of its ends, and so are half of
    /// the draws.
    @Test
    void learningRatesAreUniformOnALogarithmicScale() {
        long low = draws(Recipe.tuned(), CLASSES).stream()
                .mapToDouble(drawn -> drawn.chosen(Setting.LEARNING_RATE).orElseThrow())
                .filter(rate -> rate < Math.sqrt(0.02 * 0.3))
                .count();
        assertThat(low).isBetween(70L, 130L); // of 200: 100 ± 4 standard deviations
    }

    @Test
    void onlySettingsThatTheTargetHasAreDrawn() {
        assertThat(draws(Recipe.tuned(), NUMBERS))
                .allMatch(drawn -> drawn.chosen(Setting.LABEL_SMOOTHING).isEmpty());
    }

    @Test
    void whatAPersonChoseStaysAndChangesNoOtherDraw() {
        Recipe free = drawn(Recipe.tuned(), CLASSES, 3);
        Recipe chosen = drawn(Recipe.tuned().with(Setting.DROPOUT, 0.4), CLASSES, 3);
        assertThat(chosen.chosen(Setting.DROPOUT)).contains(0.4);
        assertThat(free.with(Setting.DROPOUT, 0.4).choices()).isEqualTo(chosen.choices());
    }

    @Test
    void anOptimizerWithoutALearningRateGetsNone() {
        Recipe recipe = Recipe.plain().optimizer(Optimizer.lbfgs());
        assertThat(draws(recipe, NUMBERS))
                .allMatch(drawn -> drawn.chosen(Setting.LEARNING_RATE).isEmpty());
    }

    @Test
    void sameSeedAndNumberSameDraw() {
        assertThat(drawn(Recipe.ensemble(), CLASSES, 4).choices())
                .isEqualTo(drawn(Recipe.ensemble(), CLASSES, 4).choices());
        Set<Object> different = new HashSet<>();
        draws(Recipe.ensemble(), CLASSES).forEach(drawn -> different.add(drawn.choices()));
        assertThat(different).hasSizeGreaterThan(190);
    }

    @Test
    void everyDrawCanBeTrained() {
        for (Target target : List.of(CLASSES, NUMBERS)) {
            for (Recipe recipe : List.of(
                    Recipe.tuned(),
                    Recipe.ensemble(),
                    Recipe.plain(),
                    Recipe.plain().with(Setting.RESIDUAL, true))) {
                assertThat(draws(recipe, target))
                        .allSatisfy(drawn -> assertThat(drawn.settings(circumstances(target)))
                                .isNotNull());
            }
        }
    }

    private static List<Recipe> draws(Recipe recipe, Target target) {
        Stream<Recipe> draws = IntStream.rangeClosed(1, 200).mapToObj(number -> drawn(recipe, target, number));
        return new ArrayList<>(draws.toList());
    }

    private static Recipe drawn(Recipe recipe, Target target, int number) {
        return recipe.drawn(circumstances(target), 17, number);
    }

    private static Settings.Circumstances circumstances(Target target) {
        return new Settings.Circumstances(target, 1_000, target.isClassification() ? Metric.ACCURACY : Metric.RMSE);
    }
}
