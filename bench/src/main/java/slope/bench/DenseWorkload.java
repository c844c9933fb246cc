package slope.bench;

import java.util.List;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.loss.BinaryCrossEntropy;
import slope.loss.HalfSquaredError;
import slope.loss.Loss;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.network.Network;
import slope.optimizer.Optimizer;
import slope.training.Examples;

/// A training of dense layers with ReLU between them: its data, its shape and its settings.
///
/// @param name as in `W3`
/// @param data what the files of its rows begin with
/// @param start the workload whose starting weights it takes
/// @param widths inputs, then the units of each layer
/// @param loss what to make small
/// @param batchSize rows a step sees
record DenseWorkload(String name, String data, String start, List<Integer> widths, Loss loss, int batchSize) {
    private static final List<DenseWorkload> ALL = List.of(
            new DenseWorkload("W3", "mnist", "W3", List.of(784, 128, 10), Loss.multiClassCrossEntropy(), 128),
            new DenseWorkload("W4", "mnist", "W4", List.of(784, 512, 512, 10), Loss.multiClassCrossEntropy(), 128),
            new DenseWorkload("W4b", "mnist", "W4", List.of(784, 512, 512, 10), Loss.multiClassCrossEntropy(), 1024),
            new DenseWorkload("W5", "tab", "W5", List.of(28, 256, 256, 256, 1), Loss.binaryCrossEntropy(), 512),
            new DenseWorkload("W7", "big", "W7", List.of(1024, 4096, 4096, 1024), Loss.meanSquaredError(), 512));

    static DenseWorkload named(String name) {
        return ALL.stream()
                .filter(workload -> workload.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload " + name));
    }

    /// Whether it is timed by steps: an epoch of it has only a few.
    boolean isTimedBySteps() {
        return name.equals("W7");
    }

    /// Adam at 0.001; W7 has plain descent at 0.01.
    Optimizer optimizer() {
        return isTimedBySteps() ? Optimizer.sgd() : Optimizer.adam();
    }

    double learningRate() {
        return isTimedBySteps() ? 0.01 : 0.001;
    }

    /// The shape, with this activation after the last layer.
    Architecture architecture(Activation last) {
        Architecture architecture = Architecture.inputs(widths.getFirst());
        for (int width : widths.subList(1, widths.size() - 1)) {
            architecture = architecture.dense(width, Activation.RELU);
        }
        return architecture.dense(widths.getLast(), last);
    }

    float[] inputs(WorkloadFiles files) {
        return files.floats(data + "_X.f32");
    }

    Examples examples(WorkloadFiles files) {
        float[] targets = switch (loss) {
            case MultiClassCrossEntropy _ -> files.integersAsFloats(data + "_y.i32");
            case BinaryCrossEntropy _ -> files.floats(data + "_y.f32");
            case MeanSquaredError _, HalfSquaredError _ -> files.floats(data + "_Y.f32");
            default -> throw new IllegalArgumentException("no workload has the " + loss.title());
        };
        return Examples.of(inputs(files), widths.getFirst(), targets, loss.targetsFor(widths.getLast()));
    }

    /// The network all programs start from: weights from files, biases 0.
    Network start(WorkloadFiles files, Activation last) {
        Architecture architecture = architecture(last);
        ParameterLayout layout = architecture.parameterLayout();
        float[] parameters = new float[layout.length()];
        for (int layer = 0; layer < widths.size() - 1; layer++) {
            float[] weights = files.floats("init_" + start + "_W" + layer + ".f32");
            System.arraycopy(weights, 0, parameters, layout.weights(layer).offset(), weights.length);
        }
        return Network.of(architecture, Parameters.of(layout, parameters));
    }
}
