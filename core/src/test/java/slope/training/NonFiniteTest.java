package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.network.Network;
import slope.network.Pass;
import slope.optimizer.Optimizer;

/// Where the first number that is not finite stands, in parameters and in what a forward makes of
/// finite ones.
class NonFiniteTest {
    private static final Architecture TWO_LAYERS =
            Architecture.inputs(2).dense(2, Activation.IDENTITY).dense(1, Activation.IDENTITY);

    private final Pass pass = new Pass(Engine.scalar().start(), TWO_LAYERS, 3);
    private final NonFinite nonFinite = new NonFinite(TWO_LAYERS, pass);

    /// Each layer adds its inputs up.
    private static float[] ones() {
        float[] parameters = new float[TWO_LAYERS.parameterLayout().length()];
        for (Block block : TWO_LAYERS.parameterLayout().blocks()) {
            boolean isBias = block.length() == TWO_LAYERS.inputsOf(block.layer() + 1);
            Arrays.fill(parameters, block.offset(), block.offset() + block.length(), isBias ? 0 : 1);
        }
        return parameters;
    }

    private NonFinite.Finding inForward(float... inputs) {
        pass.forward(ones(), inputs, 0, inputs.length / 2);
        return nonFinite.inForward();
    }

    @Test
    void amongFiniteParametersNothingIsFound() {
        float[] parameters = ones();
        parameters[0] = Float.MAX_VALUE;
        parameters[1] = -Float.MIN_VALUE;
        assertThat(nonFinite.amongParameters(parameters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void theLayerOfAnyParameterIsNamed(float value) {
        for (Block block : TWO_LAYERS.parameterLayout().blocks()) {
            for (int index = block.offset(); index < block.offset() + block.length(); index++) {
                float[] parameters = ones();
                parameters[index] = value;
                parameters[(index + 1) % parameters.length] = -7;
                String layer = block.layer() == 0
                        ? "layer 1 of 2 (dense identity, 2 wide)"
                        : "layer 2 of 2 (dense identity, 1 wide)";
                NonFinite.Finding found = nonFinite.amongParameters(parameters).orElseThrow();
                assertThat(found.where()).isEqualTo("the parameters of " + layer);
                assertThat(found.largest()).isEqualTo(7);
                int within = index - block.offset();
                assertThat(found.parameter().orElseThrow())
                        .hasToString("%s %s, %s"
                                .formatted(block.name(), within / block.columns() + 1, within % block.columns() + 1));
            }
        }
    }

    @Test
    void ofSeveralLayersTheFirstIsNamed() {
        float[] parameters = ones();
        Arrays.fill(parameters, Float.NaN);
        NonFinite.Finding found = nonFinite.amongParameters(parameters).orElseThrow();
        assertThat(found.where()).isEqualTo("the parameters of layer 1 of 2 (dense identity, 2 wide)");
        assertThat(found.largest()).isEqualTo(0);
        assertThat(found.parameter().orElseThrow()).hasToString("layer 1 weights 1, 1");
    }

    @Test
    void theFirstLayerThatLeavesWhatAFloatHoldsIsNamed() {
        assertThat(inForward(3e38f, 3e38f).where()).isEqualTo("the outputs of layer 1 of 2 (dense identity, 2 wide)");
        assertThat(inForward(-2e38f, 0))
                .isEqualTo(new NonFinite.Finding(
                        "the outputs of layer 2 of 2 (dense identity, 1 wide)", 2e38f, Optional.empty()));
        // What other rows make of the same layer is not before it.
        assertThat(inForward(-2e38f, 0, 1.5e38f, 0).largest()).isEqualTo(2e38f);
        assertThat(inForward(1, 2, Float.NaN, 0, 3, 4))
                .isEqualTo(new NonFinite.Finding(
                        "the outputs of layer 1 of 2 (dense identity, 2 wide)", 7, Optional.empty()));
    }

    @Test
    void whereAllOutputsAreFiniteItIsTheLoss() {
        assertThat(inForward(1, 2, -3, -4))
                .isEqualTo(new NonFinite.Finding("the loss of finite outputs", 14, Optional.empty()));
    }

    @Test
    void whatALargerForwardLeftBehindIsNotLookedAt() {
        inForward(1, 2, 3, 4, Float.NaN, 0);
        assertThat(inForward(1, 2, 3, 4))
                .isEqualTo(new NonFinite.Finding("the loss of finite outputs", 14, Optional.empty()));
    }

    /// The parameters of the start are the best so far, so that going back would not help.
    @ParameterizedTest
    @EnumSource(Divergence.class)
    void aStartThatIsNotFiniteEndsTheTrainingAtOnce(Divergence divergence) {
        float[] parameters = ones();
        parameters[parameters.length - 1] = Float.NaN;
        Network start = Network.of(TWO_LAYERS, Parameters.of(TWO_LAYERS.parameterLayout(), parameters));
        Trainer trainer = Trainer.of(Loss.meanSquaredError(), Optimizer.sgd()).divergence(divergence);
        Examples rows = Examples.of(new float[] {1, 2}, 2, new float[] {3}, 1);
        assertThatThrownBy(() -> trainer.train(start, rows))
                .isInstanceOf(DivergedException.class)
                .hasMessage("training diverged in epoch 1, batch 1: before the first step there is NaN or infinity in"
                        + " the parameters of layer 2 of 2 (dense identity, 1 wide) (the largest number before"
                        + " is 1); scale inputs and targets to around 1, or start from smaller weights");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aScoreThatIsNotFiniteChoosesNoEpoch(double score) {
        Network start = Network.of(TWO_LAYERS, Parameters.of(TWO_LAYERS.parameterLayout(), ones()));
        Examples rows = Examples.of(new float[] {1, 2}, 2, new float[] {6}, 1);
        Trainer trainer = Trainer.of(Loss.meanSquaredError(), Optimizer.sgd()).stopping(Stopping.after(3));
        assertThatThrownBy(() -> trainer.train(start, rows, rows, _ -> score, TrainingListener.silent()))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("training diverged in epoch 1, batch 1");
    }
}
