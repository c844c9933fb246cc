package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Initializer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.PeriodicEmbedding;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Optimizer;

class TrainingMemoryTest {
    private static final Architecture ARCHITECTURE = Architecture.inputs(50)
            .dense(300, Activation.GELU)
            .dense(200, Activation.RELU)
            .dense(3, Activation.IDENTITY);

    /// 15,300 + 60,200 + 603 parameters; 3·300 + 2·200 + 2·3 numbers a row in the layers.
    @Test
    void theFormulaByHand() {
        Trainer trainer = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
                .batchSize(64)
                .engine(Engine.scalar().threads(2));

        TrainingMemory memory = TrainingMemory.of(trainer, ARCHITECTURE, 1000, 100, 1);

        assertThat(memory.parameters()).isEqualTo(4L * 76_103 * 6);
        assertThat(memory.block()).isEqualTo(4L * 100 * (50 + 2 + 1306));
        assertThat(memory.examples()).isEqualTo(4L * 1100 * (50 + 1 + 1));
        assertThat(memory.scratch()).isEqualTo(2L * ((1 << 20) + 260 * 300));
        assertThat(memory.bytes())
                .isEqualTo(memory.parameters() + memory.block() + memory.examples() + memory.scratch());
    }

    /// What a run allocates as it is made, counted by the JVM: parameters without the result, and the
    /// block. Objects' heads and small fields are the difference.
    @ParameterizedTest
    @CsvSource({"64,0", "64,100", "500,100", "5000,700"})
    void aRunTakesWhatTheFormulaSays(int batchSize, int validationRows) {
        Trainer trainer = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
                .batchSize(batchSize)
                .engine(Engine.scalar());
        Network start = Network.start(ARCHITECTURE, Initializer.HE, 1);
        Examples training = examples(1000);
        Optional<Validation> validation = validationRows == 0
                ? Optional.empty()
                : Optional.of(new Validation(examples(validationRows), Optional.empty()));
        TrainingMemory memory = TrainingMemory.of(trainer, ARCHITECTURE, 1000, validationRows, 1);

        allocatedBytes(trainer, start, training, validation); // the first one loads classes
        long allocated = allocatedBytes(trainer, start, training, validation);

        long result = 4L * ARCHITECTURE.parameterLayout().length();
        long order = 4L * (1000 + validationRows);
        double expected = memory.parameters() - result + memory.block() + order;
        assertThat((double) allocated).isCloseTo(expected, within(0.02 * expected));
    }

    /// Pairs, the line search and blocks of 256 rows, all made before the first iteration.
    @Test
    void lbfgsTakesWhatTheFormulaSays() {
        Trainer trainer =
                Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.lbfgs()).engine(Engine.scalar());
        Network start = Network.start(ARCHITECTURE, Initializer.HE, 1);
        TrainingMemory memory = TrainingMemory.of(trainer, ARCHITECTURE, 1000, 0, 1);

        allocatedBytes(trainer, start, examples(1000), Optional.empty());
        long allocated = allocatedBytes(trainer, start, examples(1000), Optional.empty());

        long result = 4L * ARCHITECTURE.parameterLayout().length();
        double expected = memory.parameters() - result + memory.block();
        assertThat(memory.parameters()).isEqualTo(4L * 76_103 * (4 + 28));
        assertThat((double) allocated).isCloseTo(expected, within(0.02 * expected));
    }

    /// Every kind of layer, for one member and for four; a little more, for the features' tables and a
    /// thread's memory.
    @ParameterizedTest
    @CsvSource({"1", "4"})
    void otherLayersTakeWhatTheFormulaSays(int members) {
        FeatureEmbeddings features = new FeatureEmbeddings(List.of(new PeriodicEmbedding(50, 8, 3, 0.1)));
        Architecture architecture = new Architecture(50, List.of(features))
                .with(new Scale())
                .with(new BatchEnsembleAdapter(List.of(200), BatchEnsembleAdapter.Start.NORMAL))
                .dense(300, Activation.IDENTITY)
                .with(new LayerNorm())
                .with(new Residual(List.of(new Scale(), new Dense(300, Activation.RELU, Dense.Bias.PRESENT))))
                .with(new ParametricActivation(Activation.MISH))
                .with(new Dropout(0.1))
                .with(new EnsembleHeads(3))
                .members(members);
        Trainer trainer = Trainer.of(Loss.multiClassCrossEntropy(), Optimizer.adam())
                .batchSize(100)
                .engine(Engine.scalar());
        Network start = Network.start(architecture, Initializer.FAN_IN, 1);
        TrainingMemory memory = TrainingMemory.of(trainer, architecture, 1000, 0, 1);

        allocatedBytes(trainer, start, examples(1000), Optional.empty());
        long allocated = allocatedBytes(trainer, start, examples(1000), Optional.empty());

        long result = 4L * architecture.parameterLayout().length();
        long thread = 4L * 100 * members * (1 + 3 * 8 + 3);
        double expected = memory.parameters() - result + memory.block() + 4L * 1000 * members + thread;
        assertThat((double) allocated).isCloseTo(expected, within(0.02 * expected));
    }

    private static long allocatedBytes(
            Trainer trainer, Network start, Examples training, Optional<Validation> validation) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Team team = trainer.engine().start()) {
            long before = threads.getCurrentThreadAllocatedBytes();
            new TrainingRun(
                    trainer,
                    team,
                    start,
                    TrainingRows.of(training),
                    validation,
                    TrainingCallbacks.by(TrainingListener.silent()));
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static Examples examples(int rows) {
        return Examples.of(new float[rows * 50], 50, new float[rows], 1);
    }
}
