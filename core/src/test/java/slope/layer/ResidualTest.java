package slope.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualTest {
    private static final Architecture BEFORE = Architecture.inputs(3).dense(4, Activation.RELU);

    private static Dense dense(int units) {
        return new Dense(units, Activation.RELU, Dense.Bias.PRESENT);
    }

    @Test
    void itsParametersAreThoseOfItsLayers() {
        Architecture block = BEFORE.with(new Residual(List.of(new LayerNorm(), dense(6), dense(4))));

        assertThat(block.validated().parameterLayout().of(1))
                .extracting(ParameterLayout.Block::name)
                .containsExactly(
                        "layer 2.1 norm weights",
                        "layer 2.1 norm bias",
                        "layer 2.2 weights",
                        "layer 2.2 bias",
                        "layer 2.3 weights",
                        "layer 2.3 bias");
    }

    @Test
    void blocksThatCannotWorkAreRefused() {
        Residual block = new Residual(List.of(dense(4)));
        assertRefusal(
                Architecture.inputs(4).with(block),
                "the residual block of layer 1 needs a layer before it, such as a dense one");
        assertRefusal(
                BEFORE.with(new Residual(List.of(dense(5)))),
                "the residual block of layer 2 makes 5 numbers of 4; as many must leave as enter");
        assertRefusal(
                BEFORE.with(new Residual(List.of(new Dense(4, Activation.SOFTMAX, Dense.Bias.ABSENT)))),
                "the residual block of layer 2 cannot hold dense softmax");
        assertRefusal(
                BEFORE.with(new Residual(List.of(new EnsembleHeads(4)))),
                "the residual block of layer 2 cannot hold ensemble heads");
        assertThatThrownBy(() -> new Residual(List.of())).hasMessage("a residual block needs at least 1 layer");
        assertThatThrownBy(() -> new LayerNorm(0)).hasMessage("epsilon must be above 0, not 0.0");
    }

    private static void assertRefusal(Architecture architecture, String message) {
        assertThatThrownBy(architecture::validated)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
