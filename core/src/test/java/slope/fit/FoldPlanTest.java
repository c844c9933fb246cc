package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.FoldPlan;
import slope.recipe.Recipe;

/// How many networks are trained: what somebody wants, or as many as take the time of one.
class FoldPlanTest {
    private static final Estimator SHORT =
            Slope.predict("volume").recipe(Recipe.tuned().hidden(List.of(4)).epochs(8));

    @Test
    void networksBeginWhileTheyFit() {
        FoldPlan plan = new FoldPlan.WhileTheyFit(5, 256, 256);

        assertThat(plan.expected()).isEqualTo(1);
        assertThat(plan.hasAnother(List.of(), 257)).isTrue();
        assertThat(plan.hasAnother(List.of(256), 1)).isFalse();
        assertThat(plan.hasAnother(List.of(128), 128)).isTrue();
        assertThat(plan.hasAnother(List.of(129), 128)).isFalse();
        assertThat(plan.hasAnother(List.of(119, 51), 86)).isTrue();
        assertThat(plan.hasAnother(List.of(119, 51), 87)).isFalse();
        assertThat(plan.hasAnother(List.of(43, 43, 43, 43, 43), 1)).isFalse();
    }

    @Test
    void aSmallTableHasTheTimeOfALargerOne() {
        FoldPlan plan = SHORT.plan(Boxes.of(200)).plan();

        assertThat(plan).isEqualTo(new FoldPlan.WhileTheyFit(5, 8, 40));
        assertThat(plan.expected()).isEqualTo(5);
        assertThat(SHORT.fit(Boxes.of(200)).model().members()).hasSize(5);
    }

    @Test
    void aLargerTableHasTheTimeOfOneNetwork() {
        assertThat(SHORT.plan(Boxes.of(8_000)).plan()).isEqualTo(new FoldPlan.WhileTheyFit(5, 8, 8));
        assertThat(SHORT.plan(Boxes.of(4_000)).plan()).isEqualTo(new FoldPlan.WhileTheyFit(5, 8, 16));
    }

    @Test
    void thereAreAsManyFoldsAsThePartKeptApartSays() {
        assertThat(SHORT.validationShare(0.25).plan(Boxes.of(200)).plan().most())
                .isEqualTo(4);
        assertThat(SHORT.validationShare(0.3).plan(Boxes.of(200)).plan()).isEqualTo(new FoldPlan.Exactly(1));
    }

    @Test
    void thereIsOneNetworkWhereFoldsMakeNoSense() {
        RowSelection usual = RowSelection.defaults();

        assertThat(SHORT.plan(Boxes.of(49)).plan()).isEqualTo(new FoldPlan.Exactly(1));
        for (RowSelection rows :
                List.of(usual.time("width"), usual.refit(RowSelection.Refit.ALL_ROWS), usual.folds(1))) {
            assertThat(SHORT.rows(rows).plan(Boxes.of(200)).plan())
                    .as("%s", rows)
                    .isEqualTo(new FoldPlan.Exactly(1));
        }
        assertThat(SHORT.recipe(Recipe.plain()).plan(Boxes.of(200)).plan()).isEqualTo(new FoldPlan.Exactly(1));
    }
}
