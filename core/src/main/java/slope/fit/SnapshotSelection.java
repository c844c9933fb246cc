package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import slope.network.Network;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;

/// Chooses the snapshots of one training that predict together: the best epoch, and each other one,
/// latest first, that improves the mean's score on the validation rows. The cycles of the learning
/// rate end in different places, so the mean is better than each snapshot, at no extra training
/// time (Snapshot Ensembles: Huang et al. 2017, arXiv 1704.00109).
final class SnapshotSelection {
    private SnapshotSelection() {}

    /// @param most the maximum number of snapshots
    /// @param decoded the decoded outputs of a network for the validation rows
    /// @param scorer the score of decoded outputs
    static TrainingResult chosen(
            TrainingResult trained, int most, Function<Network, double[]> decoded, MetricScorer scorer) {
        List<Snapshot> chosen = new ArrayList<>(trained.snapshots().subList(0, 1));
        if (most == 1 || trained.snapshots().size() == 1) {
            return trained.keeping(chosen);
        }
        double[] sum = decoded.apply(trained.network());
        double best = scorer.score(sum);
        for (Snapshot next : trained.snapshots().subList(1, trained.snapshots().size())) {
            double[] more = sum(sum, decoded.apply(next.network()));
            double withIt = scorer.score(divided(more, chosen.size() + 1));
            if (withIt < best && chosen.size() < most) {
                chosen.add(next);
                sum = more;
                best = withIt;
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
