package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.network.Network;

class ReferenceNetworkTest {
    private final Architecture architecture =
            Architecture.inputs(2).dense(2, Activation.RELU).denseWithoutBias(1, Activation.IDENTITY);

    /// Units: relu(1·x₁ + 3·x₂ + 0.5) and relu(2·x₁ − 4·x₂ − 0.5); the output is 10 of the first
    /// and 100 of the second.
    private final double[] parameters = {1, 2, 3, -4, 0.5, -0.5, 10, 100};

    @Test
    void predictionsAreThoseWorkedByHand() {
        ReferenceNetwork network = ReferenceNetwork.of(architecture, parameters);

        assertThat(network.predict(Matrix.of(2, 2, 1, 1, 2, 0))).isEqualTo(Matrix.of(2, 1, 45, 375));
    }

    @Test
    void parametersKeepTheOrderOfTheLayout() {
        ReferenceNetwork network = ReferenceNetwork.of(architecture, parameters);

        assertThat(network.parameters()).isEqualTo(parameters);
        assertThat(network.layers().get(0).weights()).isEqualTo(Matrix.of(2, 2, 1, 2, 3, -4));
        assertThat(network.layers().get(0).bias()).contains(Matrix.of(1, 2, 0.5, -0.5));
        assertThat(network.layers().get(1).weights()).isEqualTo(Matrix.of(2, 1, 10, 100));
        assertThat(network.layers().get(1).bias()).isEmpty();
    }

    @Test
    void aNetworkOfFloatsKeepsItsNumbers() {
        Network floats = Network.start(architecture, Initializer.HE, 4);

        double[] doubles = ReferenceNetwork.of(floats).parameters();

        float[] expected = floats.parameters().toArray();
        for (int index = 0; index < expected.length; index++) {
            assertThat(doubles[index]).isEqualTo(expected[index]);
        }
    }

    @Test
    void startDrawsWhatTheInitializerDraws() {
        assertThat(ReferenceNetwork.start(architecture, Initializer.GLOROT, 8).parameters())
                .isEqualTo(Initializer.GLOROT.draw(architecture, 8));
    }

    @Test
    void nobodyCanChangeItsParameters() {
        double[] given = parameters.clone();
        ReferenceNetwork network = ReferenceNetwork.of(architecture, given);
        given[0] = 99;
        network.parameters()[1] = 99;

        assertThat(network.parameters()).isEqualTo(parameters);
    }

    @Test
    void tooFewParametersAreRefused() {
        assertThatThrownBy(() -> ReferenceNetwork.of(architecture, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the shape has 8 parameters, but 2 were given");
    }
}
