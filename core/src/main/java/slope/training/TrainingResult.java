package slope.training;

import java.util.List;
import slope.network.Network;

/// What training made.
///
/// @param network with the parameters of the best epoch
/// @param bestEpoch the number of that epoch, from 1
/// @param history a report for each epoch that was run, in order
public record TrainingResult(Network network, int bestEpoch, List<EpochReport> history) {
    public TrainingResult {
        history = List.copyOf(history);
    }

    /// The report of the epoch whose parameters were kept.
    public EpochReport best() {
        return history.get(bestEpoch - 1);
    }
}
