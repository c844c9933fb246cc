package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Optimizer;

/// What recipes settle besides: judges, ties, whole batches, time limits, short gradients.
class TrainingOptionsTest {
    private final Examples training = Problems.threeClouds(50, 1);
    private final Examples validation = Problems.threeClouds(30, 2);
    private final Network start = Problems.threeCloudsStart(1);

    private static Trainer trainer() {
        return Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
                .batchSize(16)
                .stopping(Stopping.after(6))
                .engine(Engine.scalar());
    }

    /// The judge sees the outputs of all validation rows, and its word alone counts.
    @Test
    void aJudgeChoosesTheEpoch() {
        double[] judgements = {3, 1, 2, 1, 4, 4};
        List<float[]> seen = new ArrayList<>();
        Scorer judge = outputs -> {
            seen.add(outputs.clone());
            return judgements[seen.size() - 1];
        };

        TrainingResult earlier = trainer().train(start, training, validation, judge, TrainingListener.silent());

        assertThat(earlier.bestEpoch()).isEqualTo(2);
        assertThat(seen.get(1)).hasSize(30 * 3).isEqualTo(earlier.network().predict(inputs(validation)));
        seen.clear();
        TrainingResult later = trainer()
                .trainingOptions(TrainingOptions.none().ties(TrainingOptions.Ties.LATER))
                .train(start, training, validation, judge, TrainingListener.silent());
        assertThat(later.bestEpoch()).isEqualTo(4);
        assertThat(later.history())
                .extracting(report -> report.losses().score())
                .containsExactly(3.0, 1.0, 2.0, 1.0, 4.0, 4.0);
    }

    private static float[] inputs(Examples examples) {
        float[] inputs = new float[examples.rows() * examples.inputWidth()];
        for (int row = 0; row < examples.rows(); row++) {
            examples.copyInputs(row, inputs, row * examples.inputWidth());
        }
        return inputs;
    }

    /// Fifty rows are three batches of 16 and two rows more.
    @Test
    void whatFillsNoBatchIsDropped() {
        assertThat(batches(TrainingOptions.none(), 16)).isEqualTo(4);
        assertThat(batches(TrainingOptions.none().lastBatch(TrainingOptions.LastBatch.DROPPED), 16))
                .isEqualTo(3);
        assertThat(batches(TrainingOptions.none().lastBatch(TrainingOptions.LastBatch.DROPPED), 64))
                .isEqualTo(1);
    }

    private int batches(TrainingOptions trainingOptions, int batchSize) {
        int[] last = new int[1];
        TrainingListener listener = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                last[0] = batches;
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        trainer().batchSize(batchSize).trainingOptions(trainingOptions).train(start, training, listener);
        return last[0];
    }

    @Test
    void patienceThatGrowsWaitsForMultiplesOfTheBestEpoch() {
        Stopping stopping = Stopping.after(1000).withGrowingPatience(3, 40);

        assertThat(stopping.ending(70, 10)).isEmpty(); // 3 · 10 + 40
        assertThat(stopping.ending(71, 10)).isPresent();
    }

    /// A clock that goes 10 ms further each time it is read, and a limit of 110 ms in the second epoch
    /// of four steps each: it ends in the middle, and what it ends with is an epoch like any other.
    @Test
    void aTimeLimitEndsInTheMiddleOfAnEpoch() {
        AtomicLong clock = new AtomicLong();
        List<Integer> steps = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                steps.add(batch);
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        TimeLimit limit = TimeLimit.of(Duration.ofMillis(110)).nanoTime(() -> clock.getAndAdd(10_000_000));
        Trainer limited = trainer().stopping(Stopping.after(1000).withTimeLimit(limit));

        TrainingResult result = limited.train(start, training, validation, listener);

        assertThat(clock.get()).isLessThanOrEqualTo(160_000_000);
        assertThat(result.history()).isNotEmpty().hasSizeLessThan(1000);
        assertThat(steps.getLast() % 4).as("steps of the last epoch").isNotZero();
        assertThat(result.network().parameters().toArray())
                .isNotEqualTo(start.parameters().toArray());
    }

    @Test
    void longGradientsAreShortenedAndShortOnesLeft() {
        float[] gradient = {3, 4};
        new GradientClipping(Engine.scalar().start(), 1, 2).clip(gradient);
        assertThat(gradient[0]).isCloseTo(0.6f, within(1e-6f));
        assertThat(gradient[1]).isCloseTo(0.8f, within(1e-6f));

        float[] shorter = {0.3f, 0.4f};
        new GradientClipping(Engine.scalar().start(), 1, 2).clip(shorter);
        assertThat(shorter).containsExactly(0.3f, 0.4f);
    }

    /// Members see the epoch's rows each in an order of its own.
    @Test
    void membersHaveOrdersOfTheirOwn() {
        int[] orders = new EpochRows(20, Trainer.RowOrder.SHUFFLED, 1, 3).arrange(1);

        for (int member = 0; member < 3; member++) {
            assertThat(Arrays.copyOfRange(orders, member * 20, member * 20 + 20))
                    .doesNotHaveDuplicates()
                    .contains(0, 19);
        }
        assertThat(Arrays.copyOfRange(orders, 0, 20)).isNotEqualTo(Arrays.copyOfRange(orders, 20, 40));
    }
}
