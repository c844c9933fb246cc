package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final double TINY = 1e-14;

    @Test
    void aConstantScheduleStaysAtOne() {
        assertThat(Schedule.CONSTANT.at(0)).isEqualTo(1);
        assertThat(Schedule.CONSTANT.at(0.99)).isEqualTo(1);
    }

    @Test
    void aFlatCosineFallsInTheSecondHalf() {
        for (double progress : new double[] {0, 0.2, 0.4999}) {
            assertThat(Schedule.FLAT_COSINE.at(progress)).isEqualTo(1);
        }
        for (double progress : new double[] {0.5, 0.6, 0.75, 0.9, 1}) {
            double formula = 0.5 * (1 + Math.cos(Math.PI * (2 * progress - 1)));
            assertThat(Schedule.FLAT_COSINE.at(progress)).isCloseTo(formula, within(TINY));
        }
    }

    @Test
    void coslog4IsNothingAtItsZeros() {
        LearningRate rate = new LearningRate.Coslog4(0.2);
        for (double zero : new double[] {0, 1 / 15.0, 3 / 15.0, 7 / 15.0, 1}) {
            assertThat(rate.at(zero)).as("at %s", zero).isCloseTo(0, within(TINY));
        }
    }

    /// Between the zeros log₂(1 + 15·p) is a half: p = (2^(k + ½) − 1) / 15.
    @Test
    void coslog4IsAllAtItsPeaks() {
        LearningRate rate = new LearningRate.Coslog4(0.2);
        double[] peaks = {0.0276, 0.1219, 0.3105, 0.6876};
        for (int cycle = 0; cycle < peaks.length; cycle++) {
            double peak = (Math.pow(2, cycle + 0.5) - 1) / 15;
            assertThat(peak).isCloseTo(peaks[cycle], within(5e-5));
            assertThat(rate.at(peak)).isCloseTo(0.2, within(TINY));
        }
    }

    @Test
    void coslog4ComesToRestFourTimes() {
        LearningRate rate = new LearningRate.Coslog4(1);
        int[] rests = {17, 51, 119, 256};
        for (int epoch = 1; epoch <= 256; epoch++) {
            int at = epoch;
            int rest =
                    IntStream.of(rests).filter(each -> each >= at).findFirst().orElseThrow();
            assertThat(rate.lastEpochOfCycle(epoch, 256)).as("epoch %s", epoch).isEqualTo(rest);
        }
        assertThat(LearningRate.constant(1).lastEpochOfCycle(3, 100)).isEqualTo(100);
    }

    @Test
    void coslog4IsTheFormulaBetween() {
        LearningRate rate = new LearningRate.Coslog4(3);
        for (double progress = 0; progress < 1; progress += 0.013) {
            double cycles = Math.log(1 + 15 * progress) / Math.log(2);
            assertThat(rate.at(progress)).isCloseTo(1.5 * (1 - Math.cos(2 * Math.PI * cycles)), within(1e-12));
        }
    }
}
