import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What `slope predict` does, by the thinnest program around ONNX Runtime: it splits each line at its commas, takes every
/// column of the model for a number, and writes the class or the number that is predicted, with the same digits. It knows
/// neither quotes nor missing cells, and tells no mistakes.
///
///     java -cp onnxruntime.jar bench/peers/RuntimePrediction.java MODEL.onnx ROWS.csv PREDICTIONS.csv
static final int BATCH = 16_384; // the rows of a piece of Slope's

void main(String[] args) throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(args[0]);
            BufferedReader rows = Files.newBufferedReader(Path.of(args[1]));
            BufferedWriter predictions = Files.newBufferedWriter(Path.of(args[2]))) {
        List<String> names = Arrays.asList(rows.readLine().split(","));
        List<String> inputs = List.copyOf(session.getInputNames());
        int[] inputOf = names.stream().mapToInt(inputs::indexOf).toArray();
        double[][] batch = new double[inputs.size()][BATCH];
        int count = 0;
        predictions.write("prediction\n");
        for (String line = rows.readLine(); line != null; line = rows.readLine()) {
            int start = 0;
            for (int input : inputOf) {
                int comma = line.indexOf(',', start);
                int end = comma < 0 ? line.length() : comma;
                if (input >= 0) {
                    batch[input][count] = Double.parseDouble(line.substring(start, end));
                }
                start = end + 1;
            }
            if (++count == BATCH) {
                predict(environment, session, inputs, batch, count, predictions);
                count = 0;
            }
        }
        if (count > 0) {
            predict(environment, session, inputs, batch, count, predictions);
        }
    }
}

static void predict(
        OrtEnvironment environment,
        OrtSession session,
        List<String> inputs,
        double[][] batch,
        int count,
        BufferedWriter predictions)
        throws IOException, OrtException {
    Map<String, OnnxTensor> tensors = new TreeMap<>();
    for (int input = 0; input < inputs.size(); input++) {
        DoubleBuffer column = DoubleBuffer.wrap(batch[input], 0, count);
        tensors.put(inputs.get(input), OnnxTensor.createTensor(environment, column, new long[] {count, 1}));
    }
    try (OrtSession.Result result = session.run(tensors)) {
        switch (result.get(0).getValue()) {
            case String[] classes -> {
                for (String name : classes) {
                    predictions.write(name + "\n");
                }
            }
            case double[][] numbers -> {
                for (double[] number : numbers) {
                    predictions.write(text(number[0]) + "\n");
                }
            }
            default -> throw new IllegalArgumentException("a model of one class or one number is wanted");
        }
    } finally {
        tensors.values().forEach(OnnxTensor::close);
    }
}

/// As Slope writes numbers: whole ones without ".0".
static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
}
