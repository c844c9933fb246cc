package slope.run;

import java.util.Optional;
import slope.training.EpochReport;

/// How a run stands, for those who come late.
///
/// @param phase what it does
/// @param place in the training
/// @param progress the share that is done, and the time left
/// @param lastEpoch the epoch that ended last, of any network
/// @param read of the table's files
public record RunStatus(
        Phase phase, Place place, RunEvent.Progress progress, Optional<EpochReport> lastEpoch, Read read) {

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
    /// @param epochs of the network at work, at most
    /// @param isTrial whether the network is trained again to try a linear part
    public record Place(int network, int networks, int epoch, int epochs, boolean isTrial) {}

    /// How much of files is read.
    ///
    /// @param bytes so far, as they are on the disk
    /// @param ofBytes in all; 0 before reading begins
    public record Read(long bytes, long ofBytes) {
        int percent() {
            return ofBytes == 0 ? 0 : (int) (100 * bytes / ofBytes);
        }
    }

    static RunStatus waiting() {
        return new RunStatus(
                Phase.WAITING, new Place(0, 0, 0, 0, false), RunEvent.Progress.NONE, Optional.empty(), new Read(0, 0));
    }

    RunStatus in(Phase next, RunEvent.Progress now) {
        return new RunStatus(next, place, now, lastEpoch, read);
    }

    RunStatus in(Place next, RunEvent.Progress now, Optional<EpochReport> ended) {
        return new RunStatus(Phase.TRAINING, next, now, ended, read);
    }

    RunStatus after(Read now) {
        return new RunStatus(phase, place, progress, lastEpoch, now);
    }
}
