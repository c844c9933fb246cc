package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.QuantileLoss;
import slope.network.Network;
import slope.network.RandomCase;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

/// A training step allocates nothing, whatever the optimizer, the loss and the activations.
class AllocationTest {
    private static final int STEPS = 1000;

    private static final LearningRate RISING_THEN_COSINE = new LearningRate.WarmUp(0.1, new LearningRate.Cosine(0.001));

    private static final LearningRate IN_STEPS = new LearningRate.Steps(0.001, 0.5, 10);

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(Optimizer.sgd(), Loss.halfSquaredError(), Activation.SIGMOID, Activation.SOFTMAX),
                new Case(Optimizer.sgd(), Loss.halfSquaredError(), Activation.LEAKY_RELU, Activation.ELU),
                new Case(Optimizer.momentum(0.9), Loss.meanSquaredError(), Activation.RELU, Activation.TANH),
                new Case(Optimizer.nesterov(0.9), Loss.binaryCrossEntropy(), Activation.GELU, Activation.IDENTITY),
                new Case(Optimizer.adam(), Loss.multiClassCrossEntropy(), Activation.MISH, Activation.IDENTITY),
                new Case(Optimizer.adamW(0.01), Loss.meanSquaredError(), Activation.SELU, Activation.SILU),
                new Case(Optimizer.sgd(), new MultiClassCrossEntropy(0.1), Activation.RELU, Activation.IDENTITY),
                new Case(Optimizer.sgd(), Loss.poisson(), Activation.RELU, Activation.IDENTITY),
                new Case(Optimizer.sgd(), new HuberLoss(1), Activation.RELU, Activation.IDENTITY),
                new Case(
                        Optimizer.sgd(),
                        new QuantileLoss(List.of(0.1, 0.5, 0.9)),
                        Activation.RELU,
                        Activation.IDENTITY));
    }

    record Case(Optimizer optimizer, Loss loss, Activation hidden, Activation last) {}

    @ParameterizedTest
    @MethodSource("cases")
    void aThousandStepsAllocateNothing(Case tested) {
        Architecture architecture = Architecture.inputs(5)
                .dense(17, tested.hidden)
                .dense(9, tested.hidden)
                .dense(3, tested.last);
        RandomCase drawn = RandomCase.draw(architecture, tested.loss, 2 * STEPS, 1);
        Examples examples = Examples.of(drawn.inputs(), 5, drawn.targets(), tested.loss.targetsFor(3));

        assertAllocatesNothing(tested, RISING_THEN_COSINE, drawn.network(), examples);
        assertAllocatesNothing(tested, IN_STEPS, drawn.network(), examples);
    }

    /// Wide enough that every step is shared: neither the caller nor the other thread allocates.
    @Test
    void aThousandSharedStepsAllocateNothing() {
        Architecture architecture =
                Architecture.inputs(64).dense(96, Activation.RELU).dense(32, Activation.IDENTITY);
        RandomCase drawn = RandomCase.draw(architecture, Loss.multiClassCrossEntropy(), 64 * STEPS, 1);
        Examples examples = Examples.of(drawn.inputs(), 64, drawn.targets(), 1);
        AllocationListener listener = new AllocationListener();

        Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
                .batchSize(64)
                .stopping(Stopping.after(3))
                .engine(new Engine(KernelsChoice.scalar(), 2))
                .train(drawn.network(), examples, listener);

        assertThat(listener.threadsSeen).as("threads that worked").isEqualTo(2);
        assertThat(listener.allocatedInLastEpoch).isBetween(0L, 16L * STEPS / 10);
    }

    /// Features, factors, blends, dropout, members, all schedules and a clipped gradient.
    @Test
    void aThousandStepsOfOtherLayersAllocateNothing() {
        FeatureEmbeddings features = new FeatureEmbeddings(List.of(
                new PassThrough(1),
                new PeriodicEmbedding(2, 4, 3, 0.1),
                new PiecewiseLinearEmbedding(List.of(BinEdges.of(-1, 0, 1)), 4)));
        Architecture tuned = new Architecture(features.inputs(), List.of(features))
                .with(new Scale())
                .dense(9, Activation.IDENTITY)
                .with(new LayerNorm())
                .with(new ParametricActivation(Activation.MISH))
                .with(new Dropout(0.2))
                .with(new Residual(
                        List.of(new LayerNorm(Activation.MISH), new Dense(9, Activation.RELU, Dense.Bias.PRESENT))))
                .dense(3, Activation.IDENTITY);
        Architecture members = new Architecture(features.inputs(), List.of(features))
                .with(new BatchEnsembleAdapter(List.of(features.outputs(4)), BatchEnsembleAdapter.Start.NORMAL))
                .dense(9, Activation.RELU)
                .with(new EnsembleHeads(3))
                .members(3);
        for (Architecture architecture : List.of(tuned, members)) {
            RandomCase drawn = RandomCase.draw(architecture, Loss.meanSquaredError(), 2 * STEPS, 1);
            AllocationListener listener = new AllocationListener();

            Trainer.of(Loss.meanSquaredError(), Optimizer.adamW(0.01))
                    .learningRate(new LearningRate.Coslog4(0.001))
                    .batchSize(2)
                    .stopping(Stopping.after(3))
                    .trainingOptions(TrainingOptions.realMlp().maximumGradientNorm(0.1))
                    .train(drawn.network(), Examples.of(drawn.inputs(), 4, drawn.targets(), 3), listener);

            assertThat(listener.allocatedInLastEpoch).isBetween(0L, 16L * STEPS / 10);
        }
    }

    private static void assertAllocatesNothing(Case tested, LearningRate rate, Network start, Examples examples) {
        AllocationListener listener = new AllocationListener();

        Trainer.of(tested.loss, tested.optimizer)
                .learningRate(rate)
                .batchSize(2)
                .stopping(Stopping.after(3))
                .seed(1)
                .train(start, examples, listener);

        // Less than the smallest object in every tenth step; what little there may be is the JVM's own.
        assertThat(listener.allocatedInLastEpoch).isBetween(0L, 16L * STEPS / 10);
    }

    /// Takes the allocated bytes of the training's threads after the first and the last step of the
    /// last epoch; the epochs before it load classes and link switches.
    private static final class AllocationListener implements TrainingListener {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long[] working = {};
        private int threadsSeen;
        private long afterFirstStep;
        private long allocatedInLastEpoch = -1;

        @Override
        public void batchEnded(int epoch, int batch, int batches) {
            if (batch == 1) {
                working = idsOfWorkingThreads();
                threadsSeen = working.length;
                afterFirstStep = allocatedBytes();
            } else if (batch == batches) {
                allocatedInLastEpoch = allocatedBytes() - afterFirstStep;
            }
        }

        private static long[] idsOfWorkingThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("slope-"))
                    .mapToLong(Thread::threadId)
                    .toArray();
        }

        private long allocatedBytes() {
            long sum = 0;
            for (long id : working) {
                sum += threads.getThreadAllocatedBytes(id);
            }
            return sum;
        }

        @Override
        public void epochEnded(EpochReport report) {}
    }
}
