package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import slope.network.Network;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;

/// Chooses which snapshots of one training predict together: the best epoch, and each other one, latest
/// first, whose part in the mean makes it better for the rows kept apart. Cycles of the learning rate end in
/// different places, so that their mean is better than each, at no more time to train (Snapshot Ensembles:
/// Huang et al. 2017, arXiv 1704.00109).
final class SnapshotSelection {
    private SnapshotSelection() {}

    /// @param most snapshots that are kept
    /// @param decoded the decoded outputs of a network for the validation rows
    /// @param judge how good that is
    static TrainingResult chosen(
            TrainingResult trained, int most, Function<Network, double[]> decoded, MetricScorer judge) {
        List<Snapshot> chosen = new ArrayList<>(trained.snapshots().subList(0, 1));
        if (most == 1 || trained.snapshots().size() == 1) {
            return trained.keeping(chosen);
        }
        double[] sum = decoded.apply(trained.network());
        double judged = judge.judge(sum);
        for (Snapshot next : trained.snapshots().subList(1, trained.snapshots().size())) {
            double[] more = sum(sum, decoded.apply(next.network()));
            double withIt = judge.judge(divided(more, chosen.size() + 1));
            if (withIt < judged && chosen.size() < most) {
                chosen.add(next);
                sum = more;
                judged = withIt;
            }
        }
        return trained.keeping(chosen);
    }

    private static double[] sum(double[] some, double[] more) {
        double[] sum = some.clone();
        for (int index = 0; index < sum.length; index++) {
            sum[index] += more[index];
        }
        return sum;
    }

    private static double[] divided(double[] sum, int count) {
        double[] mean = sum.clone();
        for (int index = 0; index < mean.length; index++) {
            mean[index] /= count;
        }
        return mean;
    }
}
