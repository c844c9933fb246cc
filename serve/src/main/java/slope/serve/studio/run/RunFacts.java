package slope.serve.studio.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.report.json.Report;

/// A run, for the page.
///
/// @param number from 1, for good
/// @param standing what it does
/// @param subject what it learns
/// @param outcome what came of it, as far as it is known
/// @param files what it has on the disk
/// @param failure why it failed
public record RunFacts(
        int number, Standing standing, Subject subject, Outcome outcome, RunFiles files, Optional<RunFailure> failure)
        implements Report {

    /// What a run does.
    public enum State {
        RUNNING,
        /// It was asked to stop, and will soon.
        STOPPING,
        FINISHED,
        CANCELLED,
        /// It was asked to wait, or the studio was ended; it goes on when it is asked to.
        PAUSED,
        FAILED,
        /// The process ended before the run did.
        INTERRUPTED;

        /// Whether there is something to go on with.
        boolean isResumable() {
            return this == CANCELLED || this == PAUSED || this == INTERRUPTED;
        }
    }

    /// How a run stands.
    ///
    /// @param phase of `slope.run`, such as reading or scoring; only while it runs
    /// @param progress of a run at work
    /// @param place in the training
    /// @param read of its table
    public record Standing(
            State state,
            Optional<slope.run.RunStatus.Phase> phase,
            Optional<Progress> progress,
            Optional<slope.run.RunStatus.Place> place,
            Optional<slope.run.RunStatus.Read> read) {
        static Standing at(State state) {
            return new Standing(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// How far a run is.
    ///
    /// @param share of all its work, from 0 to 1
    public record Progress(double share, Optional<Double> timeLeftSeconds) {}

    /// What a run learns.
    ///
    /// @param table the name of its file
    /// @param isOpen whether that is the table which is open now, read in the same way
    /// @param started when, in UTC as ISO 8601 has it
    /// @param request the whole request
    public record Subject(
            String table, boolean isOpen, List<String> target, String started, Map<String, Object> request) {
        public Subject {
            target = List.copyOf(target);
            request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
        }
    }

    /// What came of a run.
    ///
    /// @param metric that chose the best epoch
    /// @param score of the validation rows by it
    /// @param baseline that of a constant prediction
    /// @param testScore of the test rows
    /// @param seconds of training
    /// @param bestEpoch of the network that was trained last
    public record Outcome(
            Optional<String> metric,
            Optional<Double> score,
            Optional<Double> baseline,
            Optional<Double> testScore,
            Optional<Double> seconds,
            Optional<Integer> bestEpoch) {
        static Outcome none() {
            return new Outcome(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// What a run has on the disk.
    ///
    /// @param model whether it has saved one
    /// @param training whether there is a training report
    /// @param resumable whether it can go on
    public record RunFiles(boolean model, boolean training, boolean resumable) {}

    /// Why a run failed.
    ///
    /// @param error a sentence
    /// @param cause data, divergence, memory or unexpected
    /// @param divergence where numbers stopped being finite
    public record RunFailure(String error, String cause, Optional<Divergence> divergence) {}

    /// Where the numbers of a training stopped being finite.
    ///
    /// @param network in the order of training, from 1
    /// @param epoch of that network, from 1
    /// @param batch of that epoch, from 1; 0 before the first step
    /// @param parameter the first that was not finite, if it began in one
    public record Divergence(int network, int epoch, int batch, Optional<SpoiledPlace> parameter) {}

    /// A parameter.
    ///
    /// @param layer from 1
    /// @param part of the layer, from 1
    /// @param role what it is for, such as weights
    /// @param row in the matrix of that role, from 1
    /// @param column from 1
    public record SpoiledPlace(int layer, Optional<Integer> part, String role, int row, int column) {}

    @Override
    public String report() {
        return "studio-run";
    }

    @Override
    public int version() {
        return 1;
    }
}
