import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What ONNX Runtime predicts from a model's file: the class and its probabilities, a line for each row.
///
///     java -cp onnxruntime.jar RuntimeRows.java MODEL.onnx ROWS.tsv
///
/// Cells are separated by tabs, with neither quotes nor tabs in them; an empty one is missing.
class RuntimeRows {
    public static void main(String[] arguments) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(arguments[1]));
        List<String> names = List.of(lines.get(0).split("\t", -1));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(arguments[0])) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            long[] shape = {rows.size(), 1};
            for (NodeInfo input : session.getInputInfo().values()) {
                int column = names.indexOf(input.getName());
                boolean isText = ((TensorInfo) input.getInfo()).type == OnnxJavaType.STRING;
                inputs.put(
                        input.getName(),
                        isText
                                ? OnnxTensor.createTensor(
                                        environment,
                                        rows.stream().map(row -> row[column]).toArray(String[]::new),
                                        shape)
                                : OnnxTensor.createTensor(
                                        environment,
                                        rows.stream()
                                                .map(row -> new double[] {number(row[column])})
                                                .toArray(double[][]::new)));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                String[] labels = (String[]) result.get("label").orElseThrow().getValue();
                float[][] probabilities =
                        (float[][]) result.get("probabilities").orElseThrow().getValue();
                for (int row = 0; row < labels.length; row++) {
                    System.out.println(labels[row] + "\t" + Arrays.toString(probabilities[row]));
                }
            }
        }
    }

    private static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "true" -> 1;
            case "false" -> 0;
            default -> Double.parseDouble(cell);
        };
    }
}
