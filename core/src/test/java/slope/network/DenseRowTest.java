package slope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;

class DenseRowTest {
    static Stream<Architecture> architectures() {
        return Stream.of(
                Architecture.inputs(1).dense(1, Activation.IDENTITY),
                Architecture.inputs(10)
                        .dense(64, Activation.RELU)
                        .dense(64, Activation.RELU)
                        .dense(3, Activation.SOFTMAX),
                Architecture.inputs(7)
                        .denseWithoutBias(5, Activation.MISH)
                        .dense(17, Activation.TANH)
                        .dense(1, Activation.SIGMOID),
                Architecture.inputs(3).dense(130, Activation.GELU).denseWithoutBias(2, Activation.SELU));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void aRowHasTheBitsOfThePass(Architecture architecture) {
        Network network = Network.start(architecture, Initializer.HE, 3);
        SplitRandom random = SplitRandom.of(4);
        DenseRow row = DenseRow.of(network);
        for (int attempt = 0; attempt < 20; attempt++) {
            float[] inputs = new float[architecture.inputs()];
            for (int index = 0; index < inputs.length; index++) {
                inputs[index] = (float) random.nextGaussian() * 3;
            }
            float[] expected = new float[architecture.outputs()];
            try (Predictor predictor = network.predictor(Engine.scalar())) {
                predictor.predict(inputs, 0, 1, expected, 0);
            }
            assertThat(row.predict(inputs)).isEqualTo(expected);
        }
    }
}
