package slope.run;

import java.util.Optional;
import slope.training.EpochReport;

/// How a run stands, for those who come late.
///
/// @param phase what it does
/// @param place in the training
/// @param progress the share that is done, and the time left
/// @param lastEpoch the epoch that ended last, of any network
public record RunStatus(Phase phase, Place place, RunEvent.Progress progress, Optional<EpochReport> lastEpoch) {

    /// What a run does.
    public enum Phase {
        WAITING,
        READING,
        TRAINING,
        SCORING,
        FINISHED,
        CANCELLED,
        FAILED
    }

    /// A place in the training.
    ///
    /// @param network at work, from 1; 0 before the first
    /// @param networks expected in all
    /// @param epoch at work, from 1; 0 before the first
    /// @param epochs of each network, at most
    public record Place(int network, int networks, int epoch, int epochs) {}

    static RunStatus waiting() {
        return new RunStatus(Phase.WAITING, new Place(0, 0, 0, 0), RunEvent.Progress.NONE, Optional.empty());
    }

    RunStatus in(Phase next, RunEvent.Progress now) {
        return new RunStatus(next, place, now, lastEpoch);
    }
}
