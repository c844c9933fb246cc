package slope.training;

import java.util.List;
import java.util.Locale;
import slope.network.Network;

/// The result of a training.
///
/// @param snapshots the network after the best epoch, followed by those of other kept epochs; at
///     least one
/// @param history a report for each epoch, in order
/// @param recoveries from divergence, in order
public record TrainingResult(List<Snapshot> snapshots, List<EpochReport> history, List<Recovery> recoveries) {
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
        return new TrainingResult(snapshots, history, recoveries);
    }

    /// As in `12 epochs, the best was 9 with validation loss 0.1234`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s epochs, the best was %s with validation loss %.4g",
                history.size(),
                bestEpoch(),
                best().losses().validation());
    }
}
