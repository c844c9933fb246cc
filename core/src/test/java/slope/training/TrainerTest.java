package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.training.Trainer.RowOrder;

class TrainerTest {
    private static final Trainer TRAINER = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
            .learningRate(LearningRate.constant(0.01))
            .stopping(Stopping.after(5))
            .seed(7);

    private final Examples clouds = Problems.threeClouds(100, 1);
    private final Network start = Problems.threeCloudsStart(2);

    @Test
    void theNotebooksSecondLessonIsLearned() {
        Network network = Trainer.of(Loss.halfSquaredError(), Optimizer.sgd())
                .learningRate(LearningRate.constant(1))
                .batchSize(4)
                .order(RowOrder.AS_GIVEN)
                .stopping(Stopping.after(5000))
                .train(Problems.exclusiveOrStart(Activation.SIGMOID, Activation.SIGMOID), Problems.exclusiveOr())
                .network();

        float[] outputs = network.predict(new float[] {0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1});
        assertThat(outputs[0]).isLessThan(0.1f);
        assertThat(outputs[1]).isGreaterThan(0.9f);
        assertThat(outputs[2]).isGreaterThan(0.9f);
        assertThat(outputs[3]).isLessThan(0.1f);
    }

    @Test
    void classesAreLearnedInBatches() {
        Examples unseen = Problems.threeClouds(300, 9);

        Network network = TRAINER.batchSize(16)
                .stopping(Stopping.after(30))
                .train(start, clouds)
                .network();

        float[] inputs = new float[2];
        int right = 0;
        for (int row = 0; row < unseen.rows(); row++) {
            unseen.copyInputs(row, inputs, 0);
            right += largest(network.predict(inputs)) == (int) unseen.target(row, 0) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(285);
    }

    @Test
    void trainingLeavesTheGivenNetworkUnchanged() {
        float[] before = start.parameters().toArray();

        Network trained = TRAINER.train(start, clouds).network();

        assertThat(start.parameters().toArray()).isEqualTo(before);
        assertThat(trained.parameters().toArray()).isNotEqualTo(before);
    }

    @Test
    void trainingLeavesTheExamplesUnchanged() {
        Examples copy = Problems.threeClouds(100, 1);

        TRAINER.train(start, clouds, clouds);

        for (int row = 0; row < 100; row++) {
            assertThat(clouds.input(row, 0)).isEqualTo(copy.input(row, 0));
            assertThat(clouds.input(row, 1)).isEqualTo(copy.input(row, 1));
            assertThat(clouds.target(row, 0)).isEqualTo(copy.target(row, 0));
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(trainedWith(TRAINER)).isEqualTo(trainedWith(TRAINER));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(trainedWith(TRAINER.seed(8))).isNotEqualTo(trainedWith(TRAINER));
    }

    @Test
    void theSeedDoesNotMatterForRowsAsGiven() {
        Trainer asGiven = TRAINER.order(RowOrder.AS_GIVEN);
        assertThat(trainedWith(asGiven.seed(8))).isEqualTo(trainedWith(asGiven));
        assertThat(trainedWith(asGiven)).isNotEqualTo(trainedWith(TRAINER));
    }

    @Test
    void validationAndListenersDoNotChangeABit() {
        List<EpochReport> heard = new ArrayList<>();

        TrainingResult watched = TRAINER.train(start, clouds, Problems.threeClouds(150, 3), heard::add);
        TrainingResult alone =
                TRAINER.stopping(Stopping.after(watched.bestEpoch())).train(start, clouds);

        assertThat(alone.bestEpoch()).isEqualTo(watched.bestEpoch());
        assertThat(watched.network().parameters().toArray())
                .isEqualTo(alone.network().parameters().toArray());
        assertThat(heard).isEqualTo(watched.history());
    }

    /// 100 rows in batches of 32: the last has 4. Every batch is told, in order.
    @Test
    void aListenerHearsEveryBatchAndEpoch() {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                heard.add(epoch + ":" + batch + "/" + batches);
            }

            @Override
            public void epochEnded(EpochReport report) {
                heard.add("epoch " + report.epoch());
            }
        };

        TRAINER.stopping(Stopping.after(2)).train(start, clouds, listener);

        assertThat(heard)
                .containsExactly(
                        "1:1/4", "1:2/4", "1:3/4", "1:4/4", "epoch 1", "2:1/4", "2:2/4", "2:3/4", "2:4/4", "epoch 2");
    }

    @Test
    void aListenerThatThrowsEndsTheTraining() {
        List<Integer> epochs = new ArrayList<>();
        TrainingListener listener = report -> {
            epochs.add(report.epoch());
            if (report.epoch() == 2) {
                throw new IllegalStateException("enough");
            }
        };

        assertThatThrownBy(() -> TRAINER.train(start, clouds, listener))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(epochs).containsExactly(1, 2);
    }

    @Test
    void aBatchLargerThanTheRowsIsAllRows() {
        assertThat(trainedWith(TRAINER.order(RowOrder.AS_GIVEN).batchSize(100_000_000)))
                .isEqualTo(trainedWith(TRAINER.order(RowOrder.AS_GIVEN).batchSize(100)));
    }

    @Test
    void reportsCarryTheRateOfTheLastStep() {
        TrainingResult result = TRAINER.learningRate(new LearningRate.Linear(0.01))
                .batchSize(50)
                .stopping(Stopping.after(2))
                .train(start, clouds);

        // Four steps in all: progress 0, ¼ in the first epoch, ½, ¾ in the second.
        assertThat(result.history().get(0).learningRate()).isEqualTo(0.01 * 0.75);
        assertThat(result.history().get(1).learningRate()).isEqualTo(0.01 * 0.25);
    }

    @Test
    void aBatchOfNoRowsIsRefused() {
        assertThatThrownBy(() -> TRAINER.batchSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch needs at least 1 row, not 0");
    }

    private float[] trainedWith(Trainer trainer) {
        return trainer.train(start, clouds).network().parameters().toArray();
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
