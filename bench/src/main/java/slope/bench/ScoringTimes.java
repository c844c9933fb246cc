package slope.bench;

import java.util.Arrays;
import java.util.Locale;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.network.Network;
import slope.network.Predictor;

/// Scores rows with W4's network as it starts: one at a time, and in batches of 1024.
final class ScoringTimes {
    private static final int WARM_UP = 2000;
    private static final int CALLS = 10_000;
    private static final int BATCH = 1024;
    private static final int BATCHES = 58;
    private static final int RUNS = 5;

    private final float[] inputs; // rows × 784
    private final Network network;

    ScoringTimes(WorkloadFiles files) {
        this.inputs = DenseWorkload.named("W4").inputs(files);
        this.network = DenseWorkload.named("W4").start(files, Activation.SOFTMAX);
    }

    /// The middle time of a call for one row, in µs, with the sum of the first class's probability.
    Result oneRow(Engine engine) {
        int width = network.architecture().inputs();
        float[] outputs = new float[network.architecture().outputs()];
        double[] micros = new double[CALLS];
        double sum = 0;
        try (Predictor predictor = network.predictor(engine)) {
            for (int call = 0; call < WARM_UP; call++) {
                predictor.predict(inputs, call * width, 1, outputs, 0);
            }
            for (int call = 0; call < CALLS; call++) {
                long started = System.nanoTime();
                predictor.predict(inputs, call * width, 1, outputs, 0);
                micros[call] = (System.nanoTime() - started) * 1e-3;
                sum += outputs[0];
            }
        }
        double[] sorted = micros.clone();
        Arrays.sort(sorted);
        String more = String.format(Locale.ROOT, "p99=%.3f loss=%.4f", sorted[CALLS * 99 / 100], sum);
        return new Result("W6a", "us", micros, 1e6, more);
    }

    /// The time of a batch, in s: the mean over all rows, several times.
    Result batches(Engine engine) {
        int width = network.architecture().inputs();
        float[] outputs = new float[BATCH * network.architecture().outputs()];
        double[] seconds = new double[RUNS];
        try (Predictor predictor = network.predictor(engine)) {
            for (int run = -1; run < RUNS; run++) {
                long started = System.nanoTime();
                for (int batch = 0; batch < BATCHES; batch++) {
                    predictor.predict(inputs, batch * BATCH * width, BATCH, outputs, 0);
                }
                if (run >= 0) {
                    seconds[run] = (System.nanoTime() - started) * 1e-9 / BATCHES;
                }
            }
        }
        return new Result("W6b", "s/batch", seconds, BATCH, "");
    }
}
