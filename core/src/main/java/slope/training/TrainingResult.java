package slope.training;

import java.util.List;
import slope.network.Network;

/// What training made.
///
/// @param network with the parameters of the best epoch
/// @param bestEpoch the number of that epoch, from 1
/// @param history a report for each epoch that was run, in order
/// @param recoveries from numbers that were not finite, in order
public record TrainingResult(Network network, int bestEpoch, List<EpochReport> history, List<Recovery> recoveries) {
    public TrainingResult {
        history = List.copyOf(history);
        recoveries = List.copyOf(recoveries);
    }

    /// The report of the epoch whose parameters were kept.
    public EpochReport best() {
        return history.get(bestEpoch - 1);
    }
}
