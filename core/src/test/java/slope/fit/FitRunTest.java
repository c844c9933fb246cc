package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.Slope;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Table;
import slope.training.EpochReport;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// Networks that are trained one after another within a time limit, on a clock that stands still
/// but for 1 s in each epoch of one step: up to 8 s a network.
class FitRunTest {
    private static final Table BOXES = Boxes.of(200);
    private static final Estimator TUNED = Slope.predict("volume")
            .recipe(Recipe.tuned()
                    .hidden(List.of(4))
                    .epochs(8)
                    .batchSize(160)
                    .with(Setting.LINEAR_PART, LinearPartChoice.NEVER));

    private long now; // nanoseconds

    /// How many epochs each network was trained for.
    private String epochs(Estimator estimator, double limit, int before, int after, long rowsAfter) {
        return fit(estimator, limit, before, after, rowsAfter).results().stream()
                .map(each -> Integer.toString(each.history().size()))
                .collect(Collectors.joining(" "));
    }

    private Fit fit(Estimator estimator, double limit, int before, int after, long rowsAfter) {
        now = 0;
        TrainingListener steps = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                now += 1_000_000_000;
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        TimeFrame frame = TimeFrame.none()
                .before(Duration.ofSeconds(before), () -> now)
                .after(Duration.ofSeconds(after), rowsAfter);
        return estimator
                .timeLimit(Duration.ofMillis(Math.round(1_000 * limit)))
                .plan(BOXES)
                .train(TrainingCallbacks.by(steps), frame);
    }

    @Test
    void whereTheTimeIsLongThereAreAsManyNetworksAsThereMayBe() {
        assertThat(epochs(TUNED, 1_000, 0, 0, 0)).isEqualTo("8 8 8 8 8");
    }

    /// The linear part of these boxes is worth a trial.
    @ParameterizedTest
    @CsvSource({"15.999, 8", "16, 8", "24, 8 8", "1000, 8 8 8 8 8"})
    void theTrialOfALinearPartTakesTheTimeOfANetwork(double limit, String epochs) {
        Estimator trying = TUNED.recipe(TUNED.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO));
        assertThat(epochs(trying, limit, 0, 0, 0)).isEqualTo(epochs);
    }

    /// Two more networks are trained in any case, and go first.
    @ParameterizedTest
    @CsvSource({"31.999, false", "32, true"})
    void aTrialWaitsForNetworksThatAreTrainedInAnyCase(double limit, boolean isTried) {
        Estimator three = TUNED.recipe(TUNED.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO))
                .rows(RowSelection.defaults().folds(3));
        assertThat(fit(three, limit, 0, 0, 0).linearTrial().isPresent()).isEqualTo(isTried);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1", "3, 3", "8, 8", "15.999, 8", "16, 8 8", "23.999, 8 8", "24, 8 8 8", "39.999, 8 8 8 8"})
    void anotherNetworkBeginsIfOneAsLongFitsIn(double limit, String epochs) {
        assertThat(epochs(TUNED, limit, 0, 0, 0)).isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource({"20.999, 8", "21, 8 8"})
    void whatStandsAroundTheTrainingTakesTimeFromIt(double limit, String epochs) {
        assertThat(epochs(TUNED, limit, 3, 2, 0)).isEqualTo(epochs);
    }

    /// To predict 320 rows is taken to last as long as half an epoch of 160 rows for each 160 of
    /// them: 1 s for each network.
    @ParameterizedTest
    @CsvSource({"17.999, 8", "18, 8 8", "26.999, 8 8", "27, 8 8 8"})
    void whatEachNetworkPredictsAfterwardsTakesTimeFromTheNext(double limit, String epochs) {
        assertThat(epochs(TUNED, limit, 0, 0, 320)).isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1 1 1", "3, 1 1 1", "12, 4 4 4", "24, 8 8 8", "1000, 8 8 8"})
    void networksThatAreWantedInAnyCaseHaveEqualShares(double limit, String epochs) {
        Estimator three = TUNED.rows(RowSelection.defaults().folds(3));
        assertThat(epochs(three, limit, 0, 0, 0)).isEqualTo(epochs);
    }

    @Test
    void timeThatANetworkDoesNotNeedIsForThoseAfterIt() {
        Estimator three = TUNED.rows(RowSelection.defaults().folds(3));
        assertThat(epochs(three, 13, 0, 0, 0)).isEqualTo("5 4 4");
    }
}
