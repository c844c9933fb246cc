package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.training.Trainer.RowOrder;

class DivergenceTest {
    private static final Trainer TOO_FAST = Trainer.of(Loss.meanSquaredError(), Optimizer.sgd())
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
                .hasMessage("training diverged in epoch 2, batch 2: the loss of finite outputs became infinite or"
                        + " NaN; the largest number before was 1.6e25, the last loss 6.4e37; try a learning rate"
                        + " well below 1000000, or let the training recover, which goes back and takes smaller steps")
                .satisfies(thrown ->
                        assertThat(((DivergedException) thrown).epoch()).isEqualTo(2));
    }

    @Test
    void theSentenceReadsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThatThrownBy(() -> TOO_FAST.train(line(1), Examples.of(ones(30), 1, new float[30], 1)))
                    .hasMessageContaining("1.6e25");
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
                .hasMessageStartingWith("training diverged in epoch 1, batch 1: the parameters of layer 1 of 1 (dense"
                        + " identity, 1 wide) became infinite or NaN")
                .satisfies(thrown -> assertThat(
                                ((DivergedException) thrown).parameter().map(SpoiledParameter::toString))
                        .contains("layer 1 weights 1, 1"));
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
    void lbfgsHasNoRateToBlame() {
        Examples training = Examples.of(new float[] {1}, 1, new float[] {2}, 1);
        Examples validation = Examples.of(new float[] {3e38f}, 1, new float[] {0}, 1);
        Trainer searching = Trainer.of(Loss.meanSquaredError(), Optimizer.lbfgs());
        assertThatThrownBy(() -> searching.train(line(1), training, validation))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("; scale inputs and targets to around 1, or take an optimizer that has a learning"
                        + " rate, or let the training recover");
    }

    @Test
    void aStartWithoutAFiniteLossIsNotBlamedOnTheRate() {
        Examples row = Examples.of(new float[] {3e38f}, 1, new float[] {0}, 1);
        assertThatThrownBy(() -> TOO_FAST.train(line(1), row))
                .isInstanceOf(DivergedException.class)
                .hasMessage("training diverged in epoch 1, batch 1: before the first step there is NaN or infinity in"
                        + " the loss of finite outputs (the largest number before is 3e38); scale inputs"
                        + " and targets to around 1, or start from smaller weights");
    }

    /// A second layer whose sums are the first to leave what a float holds.
    @Test
    void theLayerIsNamed() {
        Architecture deep = Architecture.inputs(1)
                .denseWithoutBias(2, Activation.RELU)
                .denseWithoutBias(3, Activation.RELU)
                .denseWithoutBias(1, Activation.IDENTITY);
        float[] weights = {1e20f, 1, 1e20f, 1, 1, 1, 1, 1, 1, 1, 1};
        Network network = Network.of(deep, Parameters.of(deep.parameterLayout(), weights));

        assertThatThrownBy(() -> TOO_FAST.train(network, Examples.of(new float[] {1}, 1, new float[] {0}, 1)))
                .hasMessageContaining(
                        "NaN or infinity in the outputs of layer 2 of 3 (dense relu, 3 wide) (the largest number"
                                + " before is 1e20)");
    }

    /// With a rate of 3 each step multiplies the error by 1 − 2·3 = −5, with a quarter of it by −½.
    @Test
    void aTrainingThatRecoversGoesOnWithSmallerSteps() {
        Examples rows = Examples.of(ones(30), 1, new float[30], 1);
        Trainer recovering = TOO_FAST.learningRate(LearningRate.constant(3))
                .stopping(Stopping.after(60))
                .divergence(Divergence.RECOVERS);
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void recovered(Recovery recovery, DivergedException cause) {
                heard.add(cause.problem());
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };

        TrainingResult result = recovering.train(line(1), rows, listener);

        assertThat(result.recoveries()).singleElement().satisfies(recovery -> {
            assertThat(recovery.rateMultiplier()).isEqualTo(0.25);
            assertThat(recovery.backTo()).isEqualTo(1);
        });
        assertThat(heard).singleElement().asString().startsWith("training diverged in epoch ");
        assertThat(result.history()).hasSize(60);
        assertThat(result.best().losses().training()).isLessThan(1e-9);
        assertThat(result.best().learningRate()).isEqualTo(0.75);
    }

    @Test
    void aTrainingRecoversSixTimesAtMost() {
        Examples rows = Examples.of(ones(30), 1, new float[30], 1);
        List<Double> multipliers = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void recovered(Recovery recovery, DivergedException cause) {
                multipliers.add(recovery.rateMultiplier());
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };

        assertThatThrownBy(() -> TOO_FAST.divergence(Divergence.RECOVERS).train(line(1), rows, listener))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining(
                        "; it went back 6 times, took smaller steps and diverged again; try a learning rate")
                .hasMessageNotContaining("--recover");
        assertThat(multipliers).hasSize(Divergence.MOST_RECOVERIES).first().isEqualTo(0.25);
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
