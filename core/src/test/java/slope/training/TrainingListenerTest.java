package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import slope.layer.ParameterLayout.Block;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.training.diagnostics.Health;

class TrainingListenerTest {
    private static final int BATCHES = 4;
    private static final Network START = Problems.noisyProductStart();
    private static final Examples TRAINING = Problems.noisyProduct(64, 0.3, 1);
    private static final Examples VALIDATION = Problems.noisyProduct(40, 0.3, 2);

    /// Ends a training after some epochs in a row that were not better.
    private static final class EarlyStopping implements TrainingListener {
        private final int patience;
        private int worse;

        EarlyStopping(int patience) {
            this.patience = patience;
        }

        @Override
        public void epochEnded(EpochReport report) {
            worse = report.best() ? 0 : worse + 1;
        }

        @Override
        public boolean stopsAfter(EpochReport report) {
            return worse == patience;
        }
    }

    /// The size of each block's gradient in the last batch of each epoch.
    private static final class GradientSizes implements TrainingListener {
        private final List<Map<String, Double>> epochs = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {
            calls.add("gradient %s.%s".formatted(epoch, batch));
            if (batch == BATCHES) {
                Map<String, Double> sizes = new LinkedHashMap<>();
                gradient.get().toArrays().forEach((block, values) -> sizes.put(block.name(), size(values)));
                epochs.add(sizes);
            }
        }

        @Override
        public void batchEnded(int epoch, int batch, int batches) {
            calls.add("batch %s.%s of %s".formatted(epoch, batch, batches));
        }

        @Override
        public void epochEnded(EpochReport report) {
            calls.add("epoch " + report.epoch());
        }

        private static double size(float[] values) {
            double sum = 0;
            for (float value : values) {
                sum += (double) value * value;
            }
            return Math.sqrt(sum / values.length);
        }
    }

    @Test
    void aTrainingThatIsStoppedKeepsItsBestEpoch() {
        TrainingResult stopped = trainer(100).train(START, TRAINING, VALIDATION, new EarlyStopping(3));
        TrainingResult patient = trainer(100, 3).train(START, TRAINING, VALIDATION);

        assertThat(stopped.history()).hasSizeLessThan(100);
        assertThat(stopped.history()).hasSize(stopped.bestEpoch() + 3);
        assertThat(stopped.bestEpoch()).isEqualTo(patient.bestEpoch());
        assertThat(stopped.network().parameters().toArray())
                .isEqualTo(patient.network().parameters().toArray());
        assertThat(stopped.history().stream()
                        .mapToDouble(report -> report.losses().score())
                        .min())
                .hasValue(stopped.best().losses().score());
    }

    @Test
    void callbacksAreCalledInTheirOrder() {
        GradientSizes sizes = new GradientSizes();
        trainer(2).train(START, TRAINING, VALIDATION, sizes);

        assertThat(sizes.calls.subList(0, 2 * BATCHES + 1))
                .containsExactly(
                        "gradient 1.1",
                        "batch 1.1 of 4",
                        "gradient 1.2",
                        "batch 1.2 of 4",
                        "gradient 1.3",
                        "batch 1.3 of 4",
                        "gradient 1.4",
                        "batch 1.4 of 4",
                        "epoch 1");
        assertThat(sizes.calls).hasSize(2 * (2 * BATCHES + 1)).endsWith("epoch 2");
    }

    /// With one batch of all rows, the gradient of the first step is what [Health] measures of the start.
    @Test
    void gradientSizesAreReadByLayerInEachEpoch() {
        GradientSizes sizes = new GradientSizes();
        trainer(3).train(START, TRAINING, VALIDATION, sizes);

        assertThat(sizes.epochs).hasSize(3).allSatisfy(epoch -> {
            assertThat(epoch.keySet())
                    .containsExactly("layer 1 weights", "layer 1 bias", "layer 2 weights", "layer 2 bias");
            assertThat(epoch.values()).allSatisfy(size -> assertThat(size).isPositive());
        });

        List<Double> first = new ArrayList<>();
        trainer(1).batchSize(64).order(Trainer.RowOrder.AS_GIVEN).train(START, TRAINING, new TrainingListener() {
            @Override
            public void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {
                gradient.get().toArrays().values().forEach(values -> first.add(GradientSizes.size(values)));
            }

            @Override
            public void epochEnded(EpochReport report) {}
        });
        Health health =
                Health.of(START, TRAINING, Loss.meanSquaredError(), trainer(1).engine());
        assertThat(first.get(0)).isEqualTo(health.firstGradient());
        assertThat(first.get(2)).isEqualTo(health.lastGradient());
    }

    @Test
    void aGradientThatIsReadIsACopy() {
        TrainingListener spoiling = new TrainingListener() {
            @Override
            public void gradientComputed(int epoch, int batch, Supplier<Parameters> gradient) {
                gradient.get().toArrays().values().forEach(values -> Arrays.fill(values, Float.NaN));
                Arrays.fill(gradient.get().toArray(), Float.NaN);
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        assertThat(trainer(2)
                        .train(START, TRAINING, VALIDATION, spoiling)
                        .network()
                        .parameters()
                        .toArray())
                .isEqualTo(trainer(2)
                        .train(START, TRAINING, VALIDATION)
                        .network()
                        .parameters()
                        .toArray());
    }

    @Test
    void parametersAreExportedByLayerAndRole() {
        Parameters parameters = START.parameters();
        assertThat(parameters.toArrays().keySet())
                .extracting(Block::name)
                .containsExactly("layer 1 weights", "layer 1 bias", "layer 2 weights", "layer 2 bias");
        parameters.toArrays().forEach((block, values) -> {
            assertThat(values).hasSize(block.rows() * block.columns());
            assertThat(values[values.length - 1])
                    .isEqualTo(parameters.at(block, block.rows() - 1, block.columns() - 1));
            values[0] = Float.NaN;
            assertThat(parameters.at(block, 0, 0)).isNotNaN();
        });
    }

    private static Trainer trainer(int epochs) {
        return trainer(epochs, Integer.MAX_VALUE);
    }

    private static Trainer trainer(int epochs, int patience) {
        return Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
                .batchSize(TRAINING.rows() / BATCHES)
                .learningRate(LearningRate.constant(0.05))
                .stopping(Stopping.after(epochs).withPatience(patience));
    }
}
