package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import slope.data.Examples;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Network;
import slope.network.Parameters;
import slope.training.Trainer.RowOrder;

class DivergenceTest {
    private static final Trainer TOO_FAST = Trainer.of(Loss.MEAN_SQUARED_ERROR, Optimizer.sgd())
            .learningRate(LearningRate.constant(1e6))
            .batchSize(10)
            .order(RowOrder.AS_GIVEN);

    /// y = w·x with x = 1 and w = 1 at first: each step multiplies the error by 1 − 2·10⁶, so the
    /// losses are 1, 4e12, 1.6e25, 6.4e37 and then more than a float holds.
    private static final Architecture LINE = Architecture.inputs(1).denseWithoutBias(1, Activation.IDENTITY);

    @Test
    void aRateThatIsTooLargeIsToldInOneSentence() {
        Examples rows = Examples.of(ones(30), 1, new float[30], 1);
        assertThatThrownBy(() -> TOO_FAST.train(line(1), rows))
                .isInstanceOf(DivergedException.class)
                .hasMessage("training diverged in epoch 2, batch 2: the loss is no finite number any more"
                        + " (the last was 6.40e+37); try a learning rate well below 1.00e+06")
                .satisfies(thrown ->
                        assertThat(((DivergedException) thrown).epoch()).isEqualTo(2));
    }

    @Test
    void theSentenceReadsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThatThrownBy(() -> TOO_FAST.train(line(1), Examples.of(ones(30), 1, new float[30], 1)))
                    .hasMessageContaining("1.00e+06");
        } finally {
            Locale.setDefault(before);
        }
    }

    /// One step an epoch: the loss before it is finite, the parameters after it are not, and no later
    /// loss would tell.
    @Test
    void parametersSpoiledByTheLastStepAreNoticed() {
        Examples row = Examples.of(new float[] {1e20f}, 1, new float[] {0}, 1);
        assertThatThrownBy(() -> TOO_FAST.learningRate(LearningRate.constant(1e20))
                        .stopping(Stopping.after(1))
                        .train(line(1e-15f), row))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("training diverged in epoch 1, batch 1: the loss is no finite number any more");
    }

    @Test
    void aValidationLossThatIsNotFiniteIsNoticed() {
        Examples training = Examples.of(new float[] {0}, 1, new float[] {0}, 1);
        Examples validation = Examples.of(new float[] {1e30f}, 1, new float[] {0}, 1);
        assertThatThrownBy(() -> TOO_FAST.train(line(1), training, validation))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("training diverged in epoch 1, batch 1");
    }

    @Test
    void aStartWithoutAFiniteLossIsNotBlamedOnTheRate() {
        Examples row = Examples.of(new float[] {3e38f}, 1, new float[] {0}, 1);
        assertThatThrownBy(() -> TOO_FAST.train(line(1), row))
                .isInstanceOf(DivergedException.class)
                .hasMessage("training diverged in epoch 1, batch 1: the loss is no finite number before the first step;"
                        + " scale inputs and targets to around 1, or start from smaller weights");
    }

    private static Network line(float weight) {
        return Network.of(LINE, Parameters.of(LINE.parameterLayout(), new float[] {weight}));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
