package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.layer.Parameters;
import slope.loss.Loss;

class NetworkTest {
    private static final Architecture ARCHITECTURE =
            Architecture.inputs(3).dense(7, Activation.SILU).dense(2, Activation.IDENTITY);

    private final RandomCase drawn = RandomCase.draw(ARCHITECTURE, Loss.meanSquaredError(), 300, 1);

    @Test
    void predictLeavesItsInputsUnchanged() {
        float[] before = drawn.inputs().clone();
        drawn.network().predict(drawn.inputs());
        assertThat(drawn.inputs()).isEqualTo(before);
    }

    /// More rows than one block, and a last block that is not full.
    @Test
    void manyRowsArePredictedLikeEachAlone() {
        float[] predictions = drawn.network().predict(drawn.inputs());

        assertThat(predictions).hasSize(600);
        for (int row = 0; row < 300; row++) {
            float[] alone = drawn.network().predict(Arrays.copyOfRange(drawn.inputs(), row * 3, row * 3 + 3));
            assertThat(alone).containsExactly(Arrays.copyOfRange(predictions, row * 2, row * 2 + 2));
        }
    }

    @Test
    void noRowsHaveNoPredictions() {
        assertThat(drawn.network().predict(new float[0])).isEmpty();
    }

    @Test
    void manyThreadsPredictTheSame() {
        float[] expected = drawn.network().predict(drawn.inputs());

        boolean same = IntStream.range(0, 200)
                .parallel()
                .allMatch(_ -> Arrays.equals(drawn.network().predict(drawn.inputs()), expected));

        assertThat(same).isTrue();
    }

    @Test
    void changingAPredictionDoesNotChangeTheNext() {
        float[] first = drawn.network().predict(drawn.inputs());
        float[] copy = first.clone();
        Arrays.fill(first, 0);
        assertThat(drawn.network().predict(drawn.inputs())).isEqualTo(copy);
    }

    @Test
    void partsOfRowsAreRefused() {
        assertThatThrownBy(() -> drawn.network().predict(new float[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("7 numbers are no whole rows of 3 inputs; give each row 3 numbers");
    }

    @Test
    void parametersOfAnotherShapeAreRefused() {
        Parameters others = Parameters.start(Architecture.inputs(3).dense(7, Activation.SILU), Initializer.HE, 1);
        assertThatThrownBy(() -> Network.of(ARCHITECTURE, others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the parameters belong to another architecture");
    }
}
