package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.data.TargetEncoding;
import slope.model.Model;
import slope.random.SplitRandom;

/// Whether ONNX Runtime and Slope say the same by another program's file. Probabilities of classes and values may
/// differ by 2·10⁻⁶ of their size, because Slope puts shifts and factors into the weights.
final class ForeignAgreement {
    private ForeignAgreement() {}

    /// Scores some rows in ONNX Runtime and in Slope.
    static void assertAgreement(byte[] bytes) throws Exception {
        Model model = ModelFile.of(bytes).model();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(bytes)) {
            for (int row = 0; row < 50; row++) {
                SplitRandom random = SplitRandom.of(8, row);
                float[] inputs = new float[ForeignWriter.INPUTS];
                Map<String, @Nullable Object> cells = new HashMap<>();
                for (int index = 0; index < ForeignWriter.INPUTS; index++) {
                    inputs[index] = (float) random.nextGaussian() * 2;
                    cells.put("x" + (index + 1), inputs[index]);
                }
                try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {inputs});
                        OrtSession.Result result = session.run(Map.of("x", tensor))) {
                    float[] expected = ((float[][]) result.get(0).getValue())[0];
                    for (int output = 0; output < expected.length; output++) {
                        double value = switch (model.target()) {
                            case TargetEncoding.Numbers numbers ->
                                model.predict(cells).value(numbers.columns().get(output));
                            default -> model.predict(cells).probability(expected.length == 1 ? "1" : "" + output);
                        };
                        assertThat(value).isCloseTo(expected[output], within(2e-6 * Math.max(1, Math.abs(value))));
                    }
                }
            }
        }
    }
}
