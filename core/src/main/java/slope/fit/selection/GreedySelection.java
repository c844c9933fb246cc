package slope.fit.selection;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Forward selection with replacement (Caruana et al. 2004, "Ensemble selection from libraries of
/// models", sections 2 and 2.1): from nothing, each round adds the candidate that makes the mean
/// best, and the best of all rounds counts.
///
/// Where several are as good, one that is already in is added again: the ensemble stays small.
final class GreedySelection {
    /// A smaller share of a loss is rounding: the mean of three equal numbers may differ from them.
    private static final double ROUNDING = 1e-9;

    private final List<double[]> candidates; // of each the decoded outputs of the same rows
    private final ToDoubleFunction<double[]> loss;
    private final int rounds;

    /// @param loss of decoded outputs; lower is better, never NaN
    GreedySelection(List<double[]> candidates, ToDoubleFunction<double[]> loss, int rounds) {
        this.candidates = candidates;
        this.loss = loss;
        this.rounds = rounds;
    }

    /// How often each candidate was added up to the best round; the earliest of equally good ones.
    int[] counts() {
        int[] counts = new int[candidates.size()];
        int[] best = counts;
        double least = Double.POSITIVE_INFINITY;
        double[] sum = new double[candidates.getFirst().length];
        for (int round = 1; round <= rounds; round++) {
            double[] losses = losses(sum, round);
            int added = added(losses, counts);
            counts[added]++;
            add(candidates.get(added), sum);
            if (round == 1 || isLower(losses[added], least)) {
                least = losses[added];
                best = counts.clone();
            }
        }
        return best;
    }

    /// The loss of the mean with each candidate added.
    private double[] losses(double[] sum, int round) {
        double[] losses = new double[candidates.size()];
        double[] mean = new double[sum.length];
        for (int candidate = 0; candidate < losses.length; candidate++) {
            double[] more = candidates.get(candidate);
            for (int index = 0; index < mean.length; index++) {
                mean[index] = (sum[index] + more[index]) / round;
            }
            losses[candidate] = loss.applyAsDouble(mean);
        }
        return losses;
    }

    private static void add(double[] more, double[] sum) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] += more[index];
        }
    }

    private static int added(double[] losses, int[] counts) {
        int added = 0;
        for (int candidate = 1; candidate < losses.length; candidate++) {
            boolean isHigher = isLower(losses[added], losses[candidate]);
            boolean isBetterTie = counts[added] == 0 && counts[candidate] > 0;
            if (isLower(losses[candidate], losses[added]) || (!isHigher && isBetterTie)) {
                added = candidate;
            }
        }
        return added;
    }

    private static boolean isLower(double loss, double than) {
        return loss < than - ROUNDING * Math.abs(than);
    }
}
