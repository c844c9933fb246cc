package slope.report.training;

import java.util.List;
import java.util.Optional;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.optimizer.Optimizer;
import slope.recipe.Setting;
import slope.report.json.ForPeople;
import slope.run.FinishedRun;
import slope.training.Ending;
import slope.training.Recovery;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;
import slope.training.diagnostics.Health;
import slope.training.diagnostics.HealthRemarks;
import slope.training.diagnostics.LayerHealth;

/// What happened in a training.
///
/// @param seconds the training time, without reading
/// @param engine what computed it
/// @param networks the epochs of each network
/// @param health the health of each network
public record TrainingCourse(
        double seconds, EngineFacts engine, List<NetworkTraining> networks, List<NetworkHealth> health) {
    public TrainingCourse {
        networks = List.copyOf(networks);
        health = List.copyOf(health);
    }

    static TrainingCourse of(FinishedRun run) {
        Optimizer optimizer = run.plan().settings().get(Setting.OPTIMIZER);
        return new TrainingCourse(
                run.seconds(),
                EngineFacts.of(run.plan().first().engine(), run.plan().first().memory()),
                run.result().results().stream().map(NetworkTraining::of).toList(),
                run.health().stream()
                        .map(health -> NetworkHealth.of(health, optimizer))
                        .toList());
    }

    int epochs() {
        return networks.stream().mapToInt(network -> network.epochs().size()).sum();
    }

    /// What computed a training.
    ///
    /// @param vectorBits the width of a vector; none where there are no vectors
    /// @param cause why these kernels were chosen
    /// @param memory in bytes
    public record EngineFacts(
            Kernels kernels, Optional<Integer> vectorBits, KernelsChoice.Cause cause, int threads, Memory memory) {
        private static EngineFacts of(Engine engine, TrainingMemory memory) {
            KernelsChoice choice = engine.choice();
            String bits = choice.name().replaceAll("\\D", "");
            return new EngineFacts(
                    choice.isScalar() ? Kernels.SCALAR : Kernels.VECTOR,
                    Optional.of(bits).filter(each -> !each.isEmpty()).map(Integer::valueOf),
                    choice.cause(),
                    engine.threads(),
                    new Memory(
                            memory.bytes(), memory.parameters(), memory.block(), memory.examples(), memory.scratch()));
        }
    }

    /// What multiplies.
    public enum Kernels {
        /// Plain Java.
        SCALAR,
        /// The Vector API.
        VECTOR
    }

    /// The memory of one network in training, in bytes.
    ///
    /// @param bytes all of it
    /// @param parameters those, their gradients, the optimizer's memory and the kept epochs
    /// @param block a block of rows between the layers
    /// @param examples the encoded rows
    /// @param scratch what kernels need besides
    public record Memory(long bytes, long parameters, long block, long examples, long scratch) {}

    /// The epochs of a network.
    ///
    /// @param bestEpoch the epoch whose parameters it has, from 1
    /// @param snapshots the epochs that predict together; the best one is first
    /// @param recoveries from divergence
    /// @param ending why it ended, unless an older checkpoint does not tell
    public record NetworkTraining(
            int bestEpoch,
            List<Integer> snapshots,
            List<EpochFacts> epochs,
            List<Recovery> recoveries,
            Optional<Ending> ending) {
        private static NetworkTraining of(TrainingResult result) {
            return new NetworkTraining(
                    result.bestEpoch(),
                    result.snapshots().stream().map(Snapshot::epoch).toList(),
                    result.history().stream()
                            .map(report -> new EpochFacts(
                                    report.epoch(),
                                    report.losses().training(),
                                    report.losses().validation(),
                                    report.seconds()))
                            .toList(),
                    result.recoveries(),
                    result.ending());
        }
    }

    /// An epoch.
    ///
    /// @param epoch its number, from 1
    public record EpochFacts(int epoch, double trainingLoss, double validationLoss, double seconds) {}

    /// The health of a network.
    ///
    /// @param rows that it was looked at with
    /// @param firstGradient the size of the gradient of the first layer
    /// @param lastGradient the size of the gradient of the last layer
    /// @param gradientFlow how they compare
    /// @param remarks what is wrong, and what to try
    public record NetworkHealth(
            int rows,
            List<LayerHealth> layers,
            double firstGradient,
            double lastGradient,
            Health.Flow gradientFlow,
            @ForPeople List<String> remarks) {
        private static NetworkHealth of(Health health, Optimizer optimizer) {
            return new NetworkHealth(
                    health.rows(),
                    health.layers(),
                    health.firstGradient(),
                    health.lastGradient(),
                    health.flow(),
                    HealthRemarks.of(health, optimizer));
        }
    }
}
