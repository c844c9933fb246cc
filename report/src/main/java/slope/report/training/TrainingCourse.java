package slope.report.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.fit.FitResult;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.report.model.CalibrationFacts;
import slope.report.model.LinearPartFacts;
import slope.run.FinishedRun;
import slope.training.Recovery;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;
import slope.training.diagnostics.Health;
import slope.training.diagnostics.LayerHealth;

/// What happened in a training.
///
/// @param seconds the training time, without reading
/// @param engine what computed it
/// @param networks the epochs of each network
/// @param health the health of each network
/// @param linear the linear part beside the networks
/// @param calibration of the model's probabilities; empty where numbers are predicted, or classes weighted
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
        return new TrainingCourse(
                run.seconds(),
                EngineFacts.of(run.plan().first().engine(), run.plan().first().memory()),
                run.result().results().stream().map(NetworkTraining::of).toList(),
                run.health().stream().map(NetworkHealth::of).toList(),
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
            String gain = trial.map(tried -> String.format(
                            Locale.ROOT,
                            "the loss of a validation row %s by %.2g ± %.2g with it",
                            tried.gain < 0 ? "grew" : "fell",
                            Math.abs(tried.gain),
                            tried.standardError))
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
    public record NetworkTraining(
            int bestEpoch, List<Integer> snapshots, List<EpochFacts> epochs, List<Recovery> recoveries) {
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
                    result.recoveries());
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
    public record NetworkHealth(
            int rows, List<LayerHealth> layers, double firstGradient, double lastGradient, Health.Flow gradientFlow) {
        static NetworkHealth of(Health health) {
            return new NetworkHealth(
                    health.rows(), health.layers(), health.firstGradient(), health.lastGradient(), health.flow());
        }

        /// As it was measured.
        Health measured() {
            return new Health(rows, layers, firstGradient, lastGradient);
        }
    }
}
