package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Each schedule at its first, a middle and its last step.
class LearningRateTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void constantStays() {
        assertSchedule(LearningRate.constant(0.2), 0.2, 0.2, 0.2);
    }

    @Test
    void stepsFallInEqualIntervals() {
        LearningRate steps = new LearningRate.Steps(0.8, 0.5, 4);
        assertSchedule(steps, 0.8, 0.2, 0.1);
        assertThat(steps.at(0.2499)).isEqualTo(0.8);
        assertThat(steps.at(0.25)).isEqualTo(0.4);
    }

    @Test
    void linearFallsToZero() {
        assertSchedule(new LearningRate.Linear(0.2), 0.2, 0.1, 0.002);
    }

    @Test
    void cosineFallsToZero() {
        assertSchedule(new LearningRate.Cosine(0.2), 0.2, 0.1, 0.1 * (1 + Math.cos(0.99 * Math.PI)));
    }

    @Test
    void cosineIsACosineThroughout() {
        LearningRate cosine = new LearningRate.Cosine(2);
        for (int step = 0; step <= 1000; step++) {
            double progress = step / 1000.0;
            assertThat(cosine.at(progress)).isCloseTo(1 + StrictMath.cos(Math.PI * progress), within(ROUNDING));
        }
    }

    @Test
    void warmUpRisesToTheStartOfAnother() {
        LearningRate warmUp = new LearningRate.WarmUp(0.5, new LearningRate.Linear(0.2));
        assertSchedule(warmUp, 0, 0.2, 0.2 * (1 - 0.98));
        assertThat(warmUp.at(0.25)).isEqualTo(0.1);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertRefusal(() -> LearningRate.constant(0), "the learning rate must be above 0 and finite, not 0.0");
        assertRefusal(() -> new LearningRate.Linear(-1), "the learning rate must be above 0 and finite, not -1.0");
        assertRefusal(
                () -> new LearningRate.Cosine(Double.NaN), "the learning rate must be above 0 and finite, not NaN");
        assertRefusal(() -> new LearningRate.Steps(1, 0, 2), "the multiplier must be above 0 and at most 1, not 0.0");
        assertRefusal(() -> new LearningRate.Steps(1, 0.5, 0), "there must be at least 1 interval, not 0");
        assertRefusal(
                () -> new LearningRate.WarmUp(1, LearningRate.constant(1)),
                "the warm-up's share must be above 0 and below 1, not 1.0");
    }

    private static void assertSchedule(LearningRate schedule, double first, double middle, double last) {
        assertThat(schedule.at(0)).isCloseTo(first, within(ROUNDING));
        assertThat(schedule.at(0.5)).isCloseTo(middle, within(ROUNDING));
        assertThat(schedule.at(0.99)).isCloseTo(last, within(ROUNDING));
    }

    private static void assertRefusal(Runnable making, String message) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
