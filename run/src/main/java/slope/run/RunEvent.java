package slope.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slope.fit.FitPlan;
import slope.training.EpochReport;
import slope.training.Recovery;
import slope.training.diagnostics.Health;

/// What happens in a run, in order. The last is [Finished], [Cancelled] or [Failed].
public sealed interface RunEvent {

    /// How far the run is.
    Progress progress();

    /// Whether the run has ended with this event.
    default boolean isLast() {
        return this instanceof Finished || this instanceof Cancelled || this instanceof Failed;
    }

    /// How far a run is.
    ///
    /// @param share of the whole training, from 0 to 1, if no network ends early
    /// @param timeLeft at most, with scoring; empty while the pace is not known
    record Progress(double share, Optional<Duration> timeLeft) {
        static final Progress NONE = new Progress(0, Optional.empty());
        static final Progress ALL = new Progress(1, Optional.of(Duration.ZERO));
    }

    /// A file is read: once when it begins, for each hundredth of it, and once when it has ended.
    ///
    /// @param file as it was named: files, a pattern, an address, or a query
    /// @param bytes read so far
    /// @param ofBytes in all
    record Reading(Progress progress, String file, long bytes, long ofBytes) implements RunEvent {}

    /// Everything is read and decided; training begins.
    ///
    /// @param plan the decisions
    record Prepared(Progress progress, FitPlan plan) implements RunEvent {}

    /// The training of a network begins, or resumes.
    ///
    /// @param network from 1
    /// @param networks expected in all
    /// @param epoch that comes next, from 1
    /// @param isTrial whether the network is trained again to try a linear part
    record NetworkStarted(Progress progress, int network, int networks, int epoch, boolean isTrial)
            implements RunEvent {}

    /// An epoch has ended.
    ///
    /// @param network from 1
    /// @param report losses, the learning rate, and whether the epoch is the best so far; without
    ///     validation where a network is trained on all rows
    /// @param score of the validation rows by the metric of the plan; NaN where a network is trained
    ///     on all rows
    /// @param health of the layers after this epoch; empty where it was measured less than a second
    ///     before
    /// @param gradients by layer, of the epoch's last batch
    record EpochEnded(
            Progress progress,
            int network,
            EpochReport report,
            double score,
            Optional<Health> health,
            List<LayerGradient> gradients)
            implements RunEvent {
        public EpochEnded {
            gradients = List.copyOf(gradients);
        }
    }

    /// The size of a layer's gradient.
    ///
    /// @param layer from 1
    /// @param rootMeanSquare of the derivatives with respect to its parameters
    record LayerGradient(int layer, double rootMeanSquare) {}

    /// Numbers stopped being finite, and training went back to the best epoch so far.
    ///
    /// @param network from 1
    /// @param cause a sentence
    record Recovered(Progress progress, int network, Recovery recovery, String cause) implements RunEvent {}

    /// A sentence that a person should know of; the run goes on.
    record Remarked(Progress progress, Subject subject, String sentence) implements RunEvent {}

    /// What a remark is about.
    enum Subject {
        /// What multiplies: slower kernels are used.
        KERNELS,
        /// One cannot be read, or cannot be written.
        CHECKPOINTS
    }

    /// Training has ended; rows are scored.
    record Scoring(Progress progress) implements RunEvent {}

    /// A file is written.
    ///
    /// @param comparedRows of a model: how many training rows the file, read back, predicts bit by
    ///     bit as the trained model does, which is compared before the file appears
    record Saved(Progress progress, Path file, OptionalInt comparedRows) implements RunEvent {}

    /// The run has ended as planned.
    record Finished(Progress progress, FinishedRun run) implements RunEvent {}

    /// The run was cancelled.
    ///
    /// @param place in the training, before which it was
    record Cancelled(Progress progress, RunStatus.Place place, CancelledRun run) implements RunEvent {}

    /// The run has failed.
    record Failed(Progress progress, Throwable failure) implements RunEvent {
        /// For the person who asked for it.
        public String sentence() {
            return String.valueOf(failure.getMessage());
        }
    }
}
