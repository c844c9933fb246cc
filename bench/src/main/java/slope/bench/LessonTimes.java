package slope.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import slope.network.Activation;
import slope.network.Architecture;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;
import slope.training.LearningRate;
import slope.training.Loss;
import slope.training.Optimizer;

/// Trains one of the notebook's two networks in the double engine: W1, three inputs and one unit, or
/// W2, with four hidden units between.
///
/// @param name W1 or W2
/// @param iterations steps a run makes, each over all four rows
/// @param architecture the network's shape
/// @param targets one for each row
record LessonTimes(String name, int iterations, Architecture architecture, Matrix targets) {
    private static final int RUNS = 5;
    private static final Matrix INPUTS = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});

    static LessonTimes named(String name) {
        return switch (name) {
            case "W1" ->
                new LessonTimes(
                        name,
                        10_000,
                        Architecture.inputs(3).denseWithoutBias(1, Activation.SIGMOID),
                        Matrix.of(4, 1, 0, 0, 1, 1));
            case "W2" ->
                new LessonTimes(
                        name,
                        100_000,
                        Architecture.inputs(3)
                                .denseWithoutBias(4, Activation.SIGMOID)
                                .denseWithoutBias(1, Activation.SIGMOID),
                        Matrix.of(4, 1, 0, 1, 1, 0));
            default -> throw new IllegalArgumentException("there is no workload " + name);
        };
    }

    /// Times in µs an iteration; the weights stand in the line, to be compared with other programs'.
    Result measure(WorkloadFiles files) {
        ReferenceNetwork start = ReferenceNetwork.of(architecture, files.doubles("init_" + name + ".f64"));
        ReferenceTrainer trainer =
                new ReferenceTrainer(Loss.HALF_SQUARED_ERROR, Optimizer.sgd(), LearningRate.constant(1));
        double[] micros = new double[RUNS];
        ReferenceNetwork trained = start;
        double first = 0;
        for (int run = -1; run < RUNS; run++) {
            long started = System.nanoTime();
            trained = trainer.train(start, INPUTS, targets, iterations);
            double time = (System.nanoTime() - started) * 1e-3 / iterations;
            if (run >= 0) {
                micros[run] = time;
            } else {
                first = time;
            }
        }
        double error = trained.predict(INPUTS)
                .minus(targets)
                .map(difference -> difference * difference)
                .sum();
        String weights =
                Arrays.stream(trained.parameters()).mapToObj(Double::toString).collect(Collectors.joining(","));
        return new Result(
                name, "us/iter", micros, 4e6, "first=" + first + " loss=" + error / 4 + " weights=" + weights);
    }
}
