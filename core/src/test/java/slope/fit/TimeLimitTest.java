package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.Recipe;
import slope.table.DataException;
import slope.table.Table;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// Trainings on a clock that goes on by as much each time it is read, which is once for each step.
class TimeLimitTest {
    private static final Table BOXES = Boxes.of(200);

    private long now; // nanoseconds

    /// 160 rows to learn from, and so 5 steps an epoch.
    private FitPlan prepared(int seconds, RowSelection rows) {
        return Slope.predict("volume")
                .recipe(Recipe.plain().hidden(List.of(4)).epochs(1_000))
                .rows(rows)
                .timeLimit(Duration.ofSeconds(seconds))
                .plan(BOXES);
    }

    private Fit train(FitPlan prepared, Duration before, Duration ofLook, long rowsAfter) {
        now = 0;
        TimeFrame frame =
                TimeFrame.none().before(before, () -> now += ofLook.toNanos()).after(Duration.ofSeconds(1), rowsAfter);
        return prepared.train(TrainingCallbacks.by(TrainingListener.silent()), frame);
    }

    @Test
    void theTrainingEndsSoThatAllBehindItFitsIn() {
        Fit trained = train(prepared(60, RowSelection.defaults()), Duration.ofSeconds(20), Duration.ofMillis(100), 400);

        // 20 s before and 1 s after it; the last 400 rows take a while as well.
        assertThat(now * 1e-9).isBetween(25.0, 39.0);
        assertThat(trained.results().getFirst().history()).hasSizeBetween(10, 999);
    }

    @Test
    void aLimitThatIsShorterThanAnEpochIsRefusedWithTheTimeItTakes() {
        FitPlan prepared = prepared(12, RowSelection.defaults());

        assertThatThrownBy(() -> train(prepared, Duration.ofSeconds(5), Duration.ofSeconds(1), 0))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        "the time limit of 12 s is too short: reading, one epoch and scoring take about" + " \\d\\d s");
        assertThat(5 + now * 1e-9).isLessThanOrEqualTo(15);
    }

    @Test
    void theTimeThatIsNamedSuffices() {
        FitPlan prepared = prepared(10, RowSelection.defaults());
        int named = 0;
        try {
            train(prepared, Duration.ofSeconds(5), Duration.ofSeconds(3), 0);
        } catch (DataException refused) {
            named = Integer.parseInt(refused.getMessage().replaceAll(".* about (\\d+) s", "$1"));
        }

        assertThat(train(prepared(named, RowSelection.defaults()), Duration.ofSeconds(5), Duration.ofSeconds(3), 0)
                        .results())
                .hasSize(1);
    }

    @Test
    void networksThatAreWantedInAnyCaseShareTheTime() {
        Fit trained = train(prepared(60, RowSelection.defaults().folds(3)), Duration.ZERO, Duration.ofMillis(100), 0);

        assertThat(trained.results()).hasSize(3);
        assertThat(now * 1e-9).isBetween(40.0, 62.0);
    }

    @Test
    void anEpochOfEachOfThemHasToFitIn() {
        FitPlan prepared = prepared(20, RowSelection.defaults().folds(3));

        assertThatThrownBy(() -> train(prepared, Duration.ZERO, Duration.ofSeconds(2), 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one epoch of each of 3 networks");
    }
}
