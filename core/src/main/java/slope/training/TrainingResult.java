package slope.training;

import java.util.List;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.network.Network;

/// The result of a training.
///
/// @param snapshots the network after the best epoch, followed by those of other kept epochs; at
///     least one
/// @param history a report for each epoch, in order
/// @param recoveries from divergence, in order
/// @param ending why it ended; empty if it goes on, or an older checkpoint does not tell
public record TrainingResult(
        List<Snapshot> snapshots, List<EpochReport> history, List<Recovery> recoveries, Optional<Ending> ending) {
    public TrainingResult {
        snapshots = List.copyOf(snapshots);
        history = List.copyOf(history);
        recoveries = List.copyOf(recoveries);
    }

    /// The network after an epoch.
    ///
    /// @param epoch its number, from 1
    public record Snapshot(int epoch, Network network) {}

    /// The network with the parameters of the best epoch.
    public Network network() {
        return snapshots.getFirst().network();
    }

    /// The number of the best epoch, from 1.
    public int bestEpoch() {
        return snapshots.getFirst().epoch();
    }

    /// The report of the best epoch.
    public EpochReport best() {
        return history.get(bestEpoch() - 1);
    }

    /// The same result with other snapshots.
    public TrainingResult keeping(List<Snapshot> snapshots) {
        return new TrainingResult(snapshots, history, recoveries, ending);
    }

    /// As in `12 epochs, the best was 9 with validation loss 0.1234`.
    @Override
    public String toString() {
        return "%s epochs, the best was %s with validation loss %s"
                .formatted(
                        history.size(),
                        bestEpoch(),
                        Numerals.score(best().losses().validation()));
    }
}
