package slope.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;

/// Trains one of the notebook's two networks in the double engine: W1, three inputs and one unit, or
/// W2, with four hidden units between.
///
/// @param name W1 or W2
/// @param iterations steps a run makes, each over all four rows
/// @param architecture the network's shape
/// @param targets one for each row
record LessonTimes(String name, int iterations, Architecture architecture, Matrix targets) {
    private static final int RUNS = 5;

    /// Iterations before the runs that count: by then Java has compiled what they consist of.
    private static final int WARM_UP = 2_000_000;

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

    /// Times in µs an iteration, once Java has compiled everything; `first=` is that of the process's very first
    /// run, `cold=` the middle one of the five after it. The weights stand in the line, to be compared with other
    /// programs'.
    Result measure(WorkloadFiles files) {
        ReferenceNetwork start = ReferenceNetwork.of(architecture, files.doubles("init_" + name + ".f64"));
        double first = micros(start);
        double cold = Result.median(runs(start));
        for (int done = 0; done < WARM_UP; done += iterations) {
            micros(start);
        }
        double[] warm = runs(start);
        ReferenceNetwork trained = train(start);
        double error = trained.predict(INPUTS)
                .minus(targets)
                .map(difference -> difference * difference)
                .sum();
        String weights =
                Arrays.stream(trained.parameters()).mapToObj(Double::toString).collect(Collectors.joining(","));
        String more = "first=%.3g cold=%.3g loss=%s weights=%s".formatted(first, cold, error / 4, weights);
        return new Result(name, "us/iter", warm, 4e6, more);
    }

    private double[] runs(ReferenceNetwork start) {
        double[] times = new double[RUNS];
        Arrays.setAll(times, _ -> micros(start));
        return times;
    }

    private double micros(ReferenceNetwork start) {
        long started = System.nanoTime();
        train(start);
        return (System.nanoTime() - started) * 1e-3 / iterations;
    }

    private ReferenceNetwork train(ReferenceNetwork start) {
        var trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1));
        return trainer.train(start, INPUTS, targets, iterations);
    }
}
