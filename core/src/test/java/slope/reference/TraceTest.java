package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.optimizer.Optimizer;

class TraceTest {

    /// One input, one hidden ReLU, one linear output: x = 2, w₁ = 3, b₁ = −1, w₂ = 0.5, y = 2.
    private final Trace trace = Trace.first(
            ReferenceNetwork.of(
                    Architecture.inputs(1).dense(1, Activation.RELU).denseWithoutBias(1, Activation.IDENTITY),
                    new double[] {3, -1, 0.5}),
            Matrix.of(1, 1, 2),
            Matrix.of(1, 1, 2),
            Loss.halfSquaredError(),
            Optimizer.sgd(),
            0.1);

    /// z₁ = 2·3 − 1 = 5, a₁ = 5; z₂ = 5·0.5 = 2.5, a₂ = 2.5; loss ½·0.5².
    @Test
    void theWayForwardIsThatWorkedByHand() {
        LayerForward hidden = trace.forward().layers().get(0);
        LayerForward last = trace.forward().layers().get(1);

        assertThat(hidden).isEqualTo(new LayerForward(one(2), one(5), one(5)));
        assertThat(last).isEqualTo(new LayerForward(one(5), one(2.5), one(2.5)));
        assertThat(trace.outputs()).isEqualTo(one(2.5));
        assertThat(trace.lossValue()).isEqualTo(0.125);
    }

    /// error₂ = 0.5, delta₂ = 0.5, dw₂ = 5·0.5; error₁ = 0.5·0.5, delta₁ = 0.25, dw₁ = 2·0.25, db₁
    /// = 0.25.
    @Test
    void theWayBackIsThatWorkedByHand() {
        LayerBackward last = trace.backward().layers().get(1);
        LayerBackward hidden = trace.backward().layers().get(0);

        assertThat(last.error()).isEqualTo(one(0.5));
        assertThat(last.derivative()).contains(one(1));
        assertThat(last.delta()).isEqualTo(one(0.5));
        assertThat(last.weightGradient()).isEqualTo(one(2.5));
        assertThat(last.biasGradient()).isEmpty();
        assertThat(hidden.error()).isEqualTo(one(0.25)).isEqualTo(last.inputError());
        assertThat(hidden.delta()).isEqualTo(one(0.25));
        assertThat(hidden.weightGradient()).isEqualTo(one(0.5));
        assertThat(hidden.biasGradient()).contains(one(0.25));
        assertThat(trace.backward().inputGradient()).isEqualTo(one(0.75));
    }

    /// w₁ = 3 − 0.1·0.5, b₁ = −1 − 0.1·0.25, w₂ = 0.5 − 0.1·2.5.
    @Test
    void theUpdateIsThatWorkedByHand() {
        ParameterUpdate weights = trace.updates().get(0).weights();

        assertThat(weights)
                .isEqualTo(new ParameterUpdate(one(3), one(0.5), new Moments(List.of()), one(0), one(0.05), one(2.95)));
        assertThat(trace.after().parameters()).containsExactly(2.95, -1.025, 0.25);
    }

    @Test
    void theNetworkItStartsFromStaysAsItWas() {
        assertThat(trace.before().parameters()).containsExactly(3, -1, 0.5);
    }

    @Test
    void theNextIterationGoesOnFromThisOne() {
        Trace next = trace.next(0.1);

        assertThat(next.iteration()).isEqualTo(2);
        assertThat(next.before()).isSameAs(trace.after());
        assertThat(next.inputs()).isEqualTo(trace.inputs());
        assertThat(next.outputs()).isEqualTo(trace.after().predict(trace.inputs()));
    }

    /// v ← 0.5·v + g: what the second iteration remembers of the first.
    @Test
    void theNextIterationRemembersWhatTheOptimizerSaw() {
        Trace first = Trace.first(
                trace.before(), trace.inputs(), trace.targets(), trace.loss(), Optimizer.momentum(0.5), 0.1);
        Trace second = first.next(0.1);
        Matrix firstGradient = first.updates().get(1).weights().gradient();
        Matrix secondGradient = second.updates().get(1).weights().gradient();

        assertThat(second.updates().get(1).weights().moments())
                .isEqualTo(new Moments(List.of(firstGradient.scaled(0.5).plus(secondGradient))));
    }

    /// Any row's share of a gradient can be read off the trace: input × delta, summed over rows.
    @Property(tries = 100, seed = "1")
    void aWeightsGradientIsTheSumOfItsRowsShares(@ForAll long seed) {
        Architecture architecture =
                Architecture.inputs(3).dense(4, Activation.TANH).dense(2, Activation.SIGMOID);
        SmoothCase drawn = SmoothCase.draw(architecture, 3, Loss.halfSquaredError(), seed);
        Trace traced = Trace.first(drawn.network(), drawn.inputs(), drawn.targets(), drawn.loss(), Optimizer.sgd(), 1);

        for (int layer = 0; layer < 2; layer++) {
            LayerForward forward = traced.forward().layers().get(layer);
            LayerBackward backward = traced.backward().layers().get(layer);
            double share = 0;
            for (int row = 0; row < 3; row++) {
                share += forward.inputs().at(row, 1) * backward.delta().at(row, 0);
            }
            assertThat(backward.weightGradient().at(1, 0)).isEqualTo(share);
        }
    }

    @Test
    void aLossFromLogitsRefusesALastLayerThatGivesNone() {
        ReferenceNetwork network =
                ReferenceNetwork.of(Architecture.inputs(1).dense(1, Activation.SIGMOID), new double[] {1, 0});

        assertThatThrownBy(() -> Trace.first(network, one(1), one(1), Loss.binaryCrossEntropy(), Optimizer.sgd(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the last layer must have the activation identity");
    }

    private static Matrix one(double value) {
        return Matrix.of(1, 1, value);
    }
}
