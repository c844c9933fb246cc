package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.optimizer.Optimizer;

class ShardedTrainingTest {
    private static final int INPUTS = 3;
    private static final int SHARDS = 8;

    private static final Network START = Network.start(
            Architecture.inputs(INPUTS).dense(6, Activation.TANH).dense(1, Activation.IDENTITY), Initializer.GLOROT, 5);

    private static final Examples VALIDATION = rows(20, 99);

    private static Trainer trainer() {
        return Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
                .learningRate(slope.optimizer.LearningRate.constant(0.01))
                .batchSize(16)
                .stopping(Stopping.after(5))
                .engine(Engine.scalar());
    }

    private static Examples rows(int count, long seed) {
        SplitRandom random = SplitRandom.of(seed);
        float[] inputs = new float[count * INPUTS];
        float[] targets = new float[count];
        float[] weights = new float[count];
        for (int row = 0; row < count; row++) {
            for (int index = 0; index < INPUTS; index++) {
                inputs[row * INPUTS + index] = (float) (2 * random.nextDouble() - 1);
            }
            targets[row] = inputs[row * INPUTS] * inputs[row * INPUTS + 1];
            weights[row] = 1 + row % 3;
        }
        return Examples.of(inputs, INPUTS, targets, 1).weights(weights);
    }

    /// Shards of very different sizes, one of them empty.
    private static List<Optional<Examples>> shards() {
        List<Optional<Examples>> shards = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(shard == 3 ? Optional.empty() : Optional.of(rows(5 + 7 * shard, shard)));
        }
        return shards;
    }

    private static float[] trained(int workers) throws Exception {
        List<Exchange> exchanges = ThreadExchange.among(workers);
        int each = SHARDS / workers;
        List<Future<float[]>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int worker = 0; worker < workers; worker++) {
                Shards own = new Shards(shards().subList(worker * each, (worker + 1) * each), exchanges.get(worker));
                results.add(threads.submit(() -> trainer()
                        .train(
                                START,
                                own,
                                VALIDATION,
                                ShardedTrainingTest::score,
                                TrainingCallbacks.by(TrainingListener.silent()))
                        .network()
                        .parameters()
                        .toArray()));
            }
            List<float[]> parameters = new ArrayList<>();
            for (Future<float[]> result : results) {
                parameters.add(result.get(5, TimeUnit.MINUTES));
            }
            assertThat(parameters).allSatisfy(other -> assertThat(other).isEqualTo(parameters.getFirst()));
            return parameters.getFirst();
        }
    }

    private static double score(float[] outputs) {
        return IntStream.range(0, outputs.length)
                .mapToDouble(row -> Math.abs(outputs[row]))
                .sum();
    }

    @Test
    void anyNumberOfWorkersTrainsTheSameBits() throws Exception {
        float[] alone = trained(1);

        assertThat(alone).isNotEqualTo(START.parameters().toArray());
        for (int workers : new int[] {2, 4, 8}) {
            assertThat(trained(workers)).as("%s workers", workers).isEqualTo(alone);
        }
    }

    /// A step over all rows is the same sum in another order.
    @Test
    void aStepOverAllRowsIsThatOfOneProcess() {
        List<Optional<Examples>> shards = shards();
        Examples all = joined(shards);
        Trainer wholeBatches = Trainer.of(Loss.meanSquaredError(), Optimizer.sgd())
                .learningRate(slope.optimizer.LearningRate.constant(0.1))
                .batchSize(all.rows())
                .stopping(Stopping.after(10))
                .engine(Engine.scalar());

        float[] expected = wholeBatches
                .train(START, all, VALIDATION, ShardedTrainingTest::score, TrainingListener.silent())
                .network()
                .parameters()
                .toArray();
        TrainingResult sharded = wholeBatches.train(
                START,
                new Shards(shards, Exchange.alone()),
                VALIDATION,
                ShardedTrainingTest::score,
                TrainingCallbacks.by(TrainingListener.silent()));

        float[] found = sharded.network().parameters().toArray();
        for (int index = 0; index < expected.length; index++) {
            assertThat(found[index]).isCloseTo(expected[index], within(2e-6f));
        }
    }

    private static Examples joined(List<Optional<Examples>> shards) {
        List<Examples> all = shards.stream().flatMap(Optional::stream).toList();
        int count = all.stream().mapToInt(Examples::rows).sum();
        float[] inputs = new float[count * INPUTS];
        float[] targets = new float[count];
        float[] weights = new float[count];
        int at = 0;
        for (Examples examples : all) {
            for (int row = 0; row < examples.rows(); row++, at++) {
                examples.copyInputs(row, inputs, at * INPUTS);
                examples.copyTargets(row, targets, at);
                weights[at] = examples.weight(row);
            }
        }
        return Examples.of(inputs, INPUTS, targets, 1).weights(weights);
    }

    @Test
    void aResumedTrainingEndsWithTheSameBits() {
        Shards shards = new Shards(shards(), Exchange.alone());
        List<TrainingState> states = new ArrayList<>();
        TrainingCallbacks<TrainingState> kept = TrainingCallbacks.<TrainingState>by(TrainingListener.silent())
                .checkpointer(new Checkpointer<>() {
                    @Override
                    public boolean wants(Moment moment) {
                        return moment == Moment.AFTER_EPOCH;
                    }

                    @Override
                    public void save(TrainingState state) {
                        states.add(state);
                    }
                });
        float[] whole = trainer()
                .train(START, shards, VALIDATION, ShardedTrainingTest::score, kept)
                .network()
                .parameters()
                .toArray();
        float[] resumed = trainer()
                .train(
                        START,
                        shards,
                        VALIDATION,
                        ShardedTrainingTest::score,
                        TrainingCallbacks.<TrainingState>by(TrainingListener.silent())
                                .from(states.get(1)))
                .network()
                .parameters()
                .toArray();

        assertThat(resumed).isEqualTo(whole);
    }

    @Test
    void whatCannotBeTrainedInShardsIsRefused() {
        Shards shards = new Shards(shards(), Exchange.alone());
        TrainingCallbacks<TrainingState> silent = TrainingCallbacks.by(TrainingListener.silent());

        assertThatThrownBy(() -> new Shards(shards().subList(0, 3), Exchange.alone()))
                .hasMessage("the number of shards of a worker must be a power of two, such as 1, 2 or 4, not 3");
        assertThatThrownBy(() -> Trainer.of(Loss.meanSquaredError(), new Lbfgs(10, 1e-5, 0))
                        .train(START, shards, VALIDATION, ShardedTrainingTest::score, silent))
                .hasMessageContaining("without a time limit");
        Shards empty = new Shards(Arrays.asList(Optional.empty(), Optional.empty()), Exchange.alone());
        assertThatThrownBy(() -> trainer().train(START, empty, VALIDATION, ShardedTrainingTest::score, silent))
                .hasMessage("no shard has a training row");
    }
}
