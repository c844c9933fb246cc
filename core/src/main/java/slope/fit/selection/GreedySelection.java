package slope.fit.selection;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Forward selection with replacement (Caruana et al. 2004, "Ensemble selection from libraries of
/// models", sections 2 and 2.1): from nothing, each round adds the candidate that makes the mean
/// best, and the best of all rounds counts.
///
/// Where several are as good, the [finer][SelectionLoss#finer] loss decides; by that as well, one that is already in is
/// added again: the ensemble stays small.
final class GreedySelection {
    /// A smaller share of a loss is rounding: the mean of three equal numbers may differ from them.
    private static final double ROUNDING = 1e-9;

    private final List<double[]> candidates; // of each the decoded outputs of the same rows
    private final SelectionLoss loss;
    private final int rounds;

    GreedySelection(List<double[]> candidates, SelectionLoss loss, int rounds) {
        this.candidates = candidates;
        this.loss = loss;
        this.rounds = rounds;
    }

    /// How often each candidate was added up to the best round; the earliest of equally good ones.
    int[] counts() {
        int[] counts = new int[candidates.size()];
        double[] sum = new double[candidates.getFirst().length];
        int[] best = counts;
        double[] bestMean = sum;
        for (int round = 1; round <= rounds; round++) {
            int added = added(counts, sum, round);
            double[] mean = mean(sum, added, round);
            counts[added]++;
            add(candidates.get(added), sum);
            if (round == 1 || isBetter(mean, bestMean)) {
                best = counts.clone();
                bestMean = mean;
            }
        }
        return best;
    }

    private boolean isBetter(double[] mean, double[] than) {
        double lossOfMean = loss.of(mean);
        double lossOfOther = loss.of(than);
        return isLower(lossOfMean, lossOfOther)
                || (!isLower(lossOfOther, lossOfMean) && isLower(loss.finer(mean), loss.finer(than)));
    }

    /// The candidate that makes the mean best.
    private int added(int[] counts, double[] sum, int round) {
        int[] all = IntStream.range(0, candidates.size()).toArray();
        int[] least = least(all, candidate -> loss.of(mean(sum, candidate, round)));
        int[] finest = least.length == 1 ? least : least(least, candidate -> loss.finer(mean(sum, candidate, round)));
        return IntStream.of(finest)
                .filter(candidate -> counts[candidate] > 0)
                .findFirst()
                .orElse(finest[0]);
    }

    /// Those of some candidates that have the least loss, but for rounding.
    private static int[] least(int[] some, IntToDoubleFunction lossOf) {
        double[] losses = IntStream.of(some).mapToDouble(lossOf).toArray();
        double least = IntStream.range(0, losses.length)
                .mapToDouble(index -> losses[index])
                .min()
                .orElseThrow();
        return IntStream.range(0, some.length)
                .filter(index -> !isLower(least, losses[index]))
                .map(index -> some[index])
                .toArray();
    }

    /// The mean with a candidate added.
    private double[] mean(double[] sum, int candidate, int round) {
        double[] mean = new double[sum.length];
        double[] more = candidates.get(candidate);
        for (int index = 0; index < mean.length; index++) {
            mean[index] = (sum[index] + more[index]) / round;
        }
        return mean;
    }

    private static void add(double[] more, double[] sum) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] += more[index];
        }
    }

    private static boolean isLower(double loss, double than) {
        return loss < than - ROUNDING * Math.abs(than);
    }
}
