package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.training.TrainingOptions.Ties;

class BestSoFarTest {
    private static BestSoFar start(Ties ties) {
        Architecture line = Architecture.inputs(1).denseWithoutBias(1, Activation.IDENTITY);
        return new BestSoFar(ties, Parameters.of(line.parameterLayout(), new float[] {-1}));
    }

    private static float parameter(BestSoFar best) {
        return best.parameters().toArray()[0];
    }

    @Test
    void beforeAnEpochHasEndedTheStartIsTheBest() {
        BestSoFar best = start(Ties.EARLIER);
        assertThat(best.epoch()).isZero();
        assertThat(parameter(best)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"EARLIER, 1", "LATER, 3"})
    void ofEqualEpochsTheEarlierOrTheLaterIsKept(Ties ties, int kept) {
        BestSoFar best = start(ties);
        best.offer(1, 0.5, new float[] {1});
        best.offer(2, 0.6, new float[] {2});
        best.offer(3, 0.5, new float[] {3});
        assertThat(best.epoch()).isEqualTo(kept);
        assertThat(parameter(best)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"EARLIER", "LATER"})
    void noNumberIsNeverTheBest(Ties ties) {
        BestSoFar best = start(ties);
        best.offer(1, Double.NaN, new float[] {1});
        assertThat(best.epoch()).isZero();
        best.offer(2, 0.5, new float[] {2});
        best.offer(3, Double.NaN, new float[] {3});
        assertThat(best.epoch()).isEqualTo(2);
    }

    @Test
    void whatItKeepsIsACopy() {
        BestSoFar best = start(Ties.EARLIER);
        float[] parameters = {1};
        best.offer(1, 0.5, parameters);
        parameters[0] = 7;
        TrainingState.Best state = best.state();
        best.offer(2, 0.4, parameters);

        assertThat(state.parameters().toArray()).containsExactly(1);
        BestSoFar restored = start(Ties.EARLIER);
        restored.restore(state);
        assertThat(restored.epoch()).isEqualTo(1);
        assertThat(parameter(restored)).isEqualTo(1);
        assertThat(restored.isBeatenBy(0.5)).isFalse();
        assertThat(restored.isBeatenBy(Math.nextDown(0.5))).isTrue();
    }
}
