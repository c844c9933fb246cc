package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;

class PredictorTest {
    private static final Architecture ARCHITECTURE =
            Architecture.inputs(7).dense(40, Activation.RELU).dense(3, Activation.SOFTMAX);
    private static final int ROWS = 1000;
    private static final RandomCase DRAWN = RandomCase.draw(ARCHITECTURE, Loss.meanSquaredError(), ROWS, 1);

    private final Network network = DRAWN.network();

    @Test
    void blocksOfAnySizeGiveTheBitsOfSingleRows() {
        float[] together = network.predict(DRAWN.inputs());

        for (int row = 0; row < ROWS; row++) {
            float[] alone = network.predict(Arrays.copyOfRange(DRAWN.inputs(), 7 * row, 7 * (row + 1)));
            assertThat(alone).isEqualTo(Arrays.copyOfRange(together, 3 * row, 3 * (row + 1)));
        }
    }

    @Test
    void aPredictorWritesWhereItIsTold() {
        float[] outputs = new float[3 * 500 + 2];
        try (Predictor predictor = network.predictor(Engine.best())) {
            predictor.predict(DRAWN.inputs(), 7 * 100, 500, outputs, 1);
        }

        assertThat(Arrays.copyOfRange(outputs, 1, 1501))
                .isEqualTo(Arrays.copyOfRange(network.predict(DRAWN.inputs()), 300, 1800));
        assertThat(outputs[0]).isZero();
        assertThat(outputs[1501]).isZero();
    }

    @Test
    void rowsThatAreNotThereAreRefused() {
        try (Predictor predictor = network.predictor(Engine.scalar())) {
            assertThatThrownBy(() -> predictor.predict(new float[13], 0, 2, new float[6], 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 rows of 7 inputs");
        }
    }

    @Test
    void aSingleRowAllocatesNothingButItsResult() {
        float[] row = Arrays.copyOf(DRAWN.inputs(), 7);
        for (int call = 0; call < 20_000; call++) {
            network.predict(row);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < 1000; call++) {
            network.predict(row);
        }
        long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / 1000;

        // Three floats behind an array's head of 16 bytes, rounded up to 8.
        assertThat(perCall).isLessThanOrEqualTo(32);
    }

    @Test
    void manyThreadsMayPredictAtOnce() throws Exception {
        float[] expected = network.predict(DRAWN.inputs());
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            Callable<float[]> task = () -> {
                float[] outputs = new float[3 * ROWS];
                for (int row = 0; row < ROWS; row++) {
                    float[] alone = network.predict(Arrays.copyOfRange(DRAWN.inputs(), 7 * row, 7 * (row + 1)));
                    System.arraycopy(alone, 0, outputs, 3 * row, 3);
                }
                return outputs;
            };
            for (Future<float[]> result : pool.invokeAll(List.of(task, task, task, task))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }
}
