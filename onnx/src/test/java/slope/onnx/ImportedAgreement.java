package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.internal.random.SplitRandom;
import slope.model.Model;
import slope.target.Numbers;

/// Whether ONNX Runtime and Slope say the same by another program's file of [ImportedWriter#INPUTS] inputs.
/// Probabilities of classes and values may differ by 2·10⁻⁶ of their size, because Slope puts shifts and factors into
/// the weights.
final class ImportedAgreement {
    private static final int ROWS = 50;

    private ImportedAgreement() {}

    /// Scores some rows in ONNX Runtime and in Slope.
    static void assertAgreement(byte[] bytes) throws OrtException {
        Model model = ModelFile.of(bytes).model();
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(bytes)) {
            for (int row = 0; row < ROWS; row++) {
                SplitRandom random = SplitRandom.of(8, row);
                float[] inputs = new float[ImportedWriter.INPUTS];
                Map<String, @Nullable Object> cells = new HashMap<>();
                for (int index = 0; index < ImportedWriter.INPUTS; index++) {
                    inputs[index] = (float) random.nextGaussian() * 2;
                    cells.put("x" + (index + 1), inputs[index]);
                }
                double[] expected = outputs(session, inputs);
                for (int output = 0; output < expected.length; output++) {
                    double value = switch (model.target()) {
                        case Numbers numbers ->
                            model.predict(cells).value(numbers.columns().get(output));
                        default -> model.predict(cells).probability(expected.length == 1 ? "1" : "" + output);
                    };
                    assertThat(value).isCloseTo(expected[output], within(2e-6 * Math.max(1, Math.abs(value))));
                }
            }
        }
    }

    private static double[] outputs(OrtSession session, float[] inputs) throws OrtException {
        String name = session.getInputNames().iterator().next();
        TensorInfo wanted = (TensorInfo) session.getInputInfo().get(name).getInfo();
        try (OnnxTensor row = row(wanted, inputs);
                OrtSession.Result result = session.run(Map.of(name, row))) {
            OnnxTensor outputs = (OnnxTensor) result.get(0);
            DoubleBuffer doubles = outputs.getDoubleBuffer();
            FloatBuffer floats = outputs.getFloatBuffer();
            double[] values = new double[(doubles == null ? floats : doubles).remaining()];
            for (int output = 0; output < values.length; output++) {
                values[output] = doubles == null ? floats.get(output) : doubles.get(output);
            }
            return values;
        }
    }

    /// One row in the shape and the type that the file wants.
    private static OnnxTensor row(TensorInfo wanted, float[] inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = wanted.getShape().clone();
        shape[0] = 1;
        if (wanted.type == OnnxJavaType.DOUBLE) {
            DoubleBuffer doubles = DoubleBuffer.allocate(inputs.length);
            for (float input : inputs) {
                doubles.put(input);
            }
            return OnnxTensor.createTensor(environment, doubles.flip(), shape);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape);
    }
}
