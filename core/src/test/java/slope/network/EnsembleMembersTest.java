package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.EnsembleHeads;
import slope.layer.Initializer;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.layer.Scale;

class EnsembleMembersTest {
    private static final int MEMBERS = 5;

    private static Architecture architecture(BatchEnsembleAdapter.Start start) {
        return Architecture.inputs(4)
                .with(new BatchEnsembleAdapter(List.of(1, 3), start))
                .dense(6, Activation.RELU)
                .with(new EnsembleHeads(2))
                .members(MEMBERS);
    }

    private static float[] block(Network network, ParameterLayout.Role role) {
        ParameterLayout.Block block = network.parameters().layout().blocks().stream()
                .filter(candidate -> candidate.role() == role)
                .findFirst()
                .orElseThrow();
        return network.parameters().toArray(block);
    }

    @Test
    void factorsAreDrawnOnceForEachMemberAndChunk() {
        Network network = Network.start(architecture(BatchEnsembleAdapter.Start.NORMAL), Initializer.FAN_IN, 3);
        float[] factors = block(network, ParameterLayout.Role.ADAPTER);

        Set<Float> distinct = new HashSet<>();
        for (int member = 0; member < MEMBERS; member++) {
            float[] own = Arrays.copyOfRange(factors, member * 4, member * 4 + 4);
            assertThat(own[2]).isEqualTo(own[1]);
            assertThat(own[3]).isEqualTo(own[1]);
            distinct.add(own[0]);
            distinct.add(own[1]);
        }
        assertThat(distinct).hasSize(2 * MEMBERS);
    }

    @Test
    void signsAreSigns() {
        Network network = Network.start(architecture(BatchEnsembleAdapter.Start.SIGNS), Initializer.FAN_IN, 3);

        assertThat(block(network, ParameterLayout.Role.ADAPTER)).contains(-1, 1).doesNotContain(0);
        for (float factor : block(network, ParameterLayout.Role.ADAPTER)) {
            assertThat(Math.abs(factor)).isEqualTo(1);
        }
    }

    /// Row by row, member after member: each is the network of its own factors and last layer.
    @Test
    void eachMemberIsANetworkOfItsOwn() {
        Network network = Network.start(architecture(BatchEnsembleAdapter.Start.NORMAL), Initializer.FAN_IN, 3);
        float[] inputs = {1, -2, 0.5f, 3, 0.25f, 1, -1, 2, 2, 0, 1, -3};

        float[] together = network.predict(inputs);

        assertThat(together).hasSize(3 * MEMBERS * 2);
        for (int member = 0; member < MEMBERS; member++) {
            float[] alone = alone(network, member).predict(inputs);
            for (int row = 0; row < 3; row++) {
                int at = (row * MEMBERS + member) * 2;
                assertThat(Arrays.copyOfRange(together, at, at + 2))
                        .isEqualTo(Arrays.copyOfRange(alone, row * 2, row * 2 + 2));
            }
        }
    }

    private static Network alone(Network network, int member) {
        Architecture shape = Architecture.inputs(4)
                .with(new Scale())
                .dense(6, Activation.RELU)
                .dense(2, Activation.IDENTITY);
        float[] parameters = new float[shape.parameterLayout().length()];
        float[] weights = block(network, ParameterLayout.Role.HEAD_WEIGHTS);
        System.arraycopy(block(network, ParameterLayout.Role.ADAPTER), member * 4, parameters, 0, 4);
        System.arraycopy(block(network, ParameterLayout.Role.WEIGHTS), 0, parameters, 4, 24);
        System.arraycopy(block(network, ParameterLayout.Role.BIAS), 0, parameters, 28, 6);
        for (int input = 0; input < 6; input++) {
            System.arraycopy(weights, (input * MEMBERS + member) * 2, parameters, 34 + input * 2, 2);
        }
        System.arraycopy(block(network, ParameterLayout.Role.HEAD_BIAS), member * 2, parameters, 46, 2);
        return Network.of(shape, Parameters.of(shape.parameterLayout(), parameters));
    }

    @Test
    void membersNeedFactors() {
        assertThatThrownBy(() -> Architecture.inputs(2)
                        .dense(2, Activation.RELU)
                        .members(3)
                        .validated())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network of 3 ensemble members needs one BatchEnsemble adapter, not 0");
    }
}
