package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
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

    /// What the file wants for one row.
    private static long[] shape(OrtSession session) throws Exception {
        TensorInfo wanted = (TensorInfo) session.getInputInfo().get("x").getInfo();
        long[] shape = wanted.getShape().clone();
        shape[0] = 1;
        return shape;
    }

    /// Of outputs of the shape 1 × outputs, or 1.
    private static float[] onlyRow(Object outputs) {
        return outputs instanceof float[] single ? single : ((float[][]) outputs)[0];
    }

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
                try (OnnxTensor tensor =
                                OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape(session));
                        OrtSession.Result result = session.run(Map.of("x", tensor))) {
                    float[] expected = onlyRow(result.get(0).getValue());
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
