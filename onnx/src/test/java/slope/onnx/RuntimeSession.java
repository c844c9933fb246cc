package slope.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// ONNX Runtime with one file: what anybody else gets who serves it.
final class RuntimeSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    RuntimeSession(byte[] file) throws OrtException {
        session = environment.createSession(file);
    }

    /// The outputs by name, for rows given as values by column.
    Map<String, Object> run(List<Map<String, @Nullable Object>> rows) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (NodeInfo input : session.getInputInfo().values()) {
                inputs.put(input.getName(), tensor(input, rows));
            }
            Map<String, Object> outputs = new HashMap<>();
            try (OrtSession.Result result = session.run(inputs)) {
                for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                    outputs.put(output.getKey(), output.getValue().getValue());
                }
            }
            return outputs;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(NodeInfo input, List<Map<String, @Nullable Object>> rows) throws OrtException {
        List<@Nullable Object> cells = new ArrayList<>();
        // ONNX has no empty names; see GraphBuilder.
        String column = input.getName().equals("unnamed") ? "" : input.getName();
        rows.forEach(row -> cells.add(row.get(column)));
        return switch (((TensorInfo) input.getInfo()).type) {
            case DOUBLE ->
                OnnxTensor.createTensor(
                        environment,
                        cells.stream().map(cell -> new double[] {number(cell)}).toArray(double[][]::new));
            case STRING ->
                OnnxTensor.createTensor(
                        environment,
                        cells.stream()
                                .map(cell ->
                                        Objects.requireNonNullElse(cell, "").toString())
                                .toArray(String[]::new),
                        new long[] {rows.size(), 1});
            default -> throw new AssertionError(input);
        };
    }

    private static double number(@Nullable Object cell) {
        return switch (cell) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case Instant moment -> moment.getEpochSecond();
            default -> throw new AssertionError(cell);
        };
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
