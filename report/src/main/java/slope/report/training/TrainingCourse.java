package slope.report.training;

import java.util.List;
import java.util.Optional;
import slope.fit.FitResult;
import slope.internal.text.Numerals;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.optimizer.Optimizer;
import slope.recipe.Setting;
import slope.report.json.ForPeople;
import slope.report.model.CalibrationFacts;
import slope.report.model.LinearPartFacts;
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
/// @param linear the linear part beside the networks
/// @param calibration of the model's probabilities; empty where numbers are predicted
public record TrainingCourse(
        double seconds,
        EngineFacts engine,
        List<NetworkTraining> networks,
        List<NetworkHealth> health,
        LinearCourse linear,
        Optional<CalibrationFacts> calibration) {
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
                        .toList(),
                LinearCourse.of(run.result()),
                CalibrationFacts.of(run.result().model()));
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

    /// The linear part of the networks.
    ///
    /// @param part of the first network; empty if they have none
    /// @param trial what the first network gained by it; empty if it was not tried
    public record LinearCourse(Optional<LinearPartFacts> part, Optional<Trial> trial) {
        private static LinearCourse of(FitResult result) {
            return new LinearCourse(
                    LinearPartFacts.of(result.model().members().getFirst()),
                    result.linearTrial()
                            .map(trial ->
                                    new Trial(trial.isKept(), trial.strength(), trial.gain(), trial.standardError())));
        }

        /// A line for people; empty if there is nothing to tell.
        Optional<String> text() {
            String gain = trial.map(tried -> "the loss of a validation row %s by %s ± %s with it"
                            .formatted(
                                    tried.gain < 0 ? "grew" : "fell",
                                    Numerals.significant(Math.abs(tried.gain), 2),
                                    Numerals.significant(tried.standardError, 2)))
                    .orElse("");
            return part.map(found -> gain.isEmpty() ? found.text() : found.text() + ": " + gain)
                    .or(() -> gain.isEmpty() ? Optional.empty() : Optional.of("tried and left out: " + gain));
        }

        /// The first network, trained without and with a linear part.
        ///
        /// @param gain how much lower the mean loss of a validation row is with it
        public record Trial(boolean kept, double strength, double gain, double standardError) {}
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
