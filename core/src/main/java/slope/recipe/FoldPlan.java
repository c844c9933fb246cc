package slope.recipe;

import java.util.List;

/// The number of networks that are trained, each with another fold as validation
/// rows.
public sealed interface FoldPlan {

    /// The maximum number of networks.
    int most();

    /// The number of networks if each runs the maximum number of epochs.
    int expected();

    /// Whether another network is trained after those that are finished.
    ///
    /// @param epochs of each finished network
    /// @param next the epochs that the next one would take
    boolean hasAnother(List<Integer> epochs, int next);

    /// As many networks as fit into the epochs of one; on small tables, into the time of one with
    /// 6,400 rows.
    ///
    /// @param epochs the maximum of one network
    /// @param folds the number of folds
    /// @param rows the number of training rows
    static FoldPlan whileTheyFit(int epochs, int folds, int rows) {
        long allowance = Math.max(epochs, (long) epochs * FoldDefaults.ROWS_OF_A_SMALL_TABLE / rows);
        return new WhileTheyFit(folds, epochs, (int) Math.min(allowance, (long) folds * epochs));
    }

    /// A fixed number of networks.
    record Exactly(int most) implements FoldPlan {
        @Override
        public int expected() {
            return most;
        }

        @Override
        public boolean hasAnother(List<Integer> epochs, int next) {
            return epochs.size() < most;
        }
    }

    /// As many networks as fit into a number of epochs, at least one. Where networks stop early,
    /// the epochs that they leave are used by others: the mean of several is better than each,
    /// especially where a network sees few rows or soon overfits.
    ///
    /// @param epochs the maximum of one network
    /// @param allowance epochs of all networks together
    record WhileTheyFit(int most, int epochs, int allowance) implements FoldPlan {
        @Override
        public int expected() {
            return Math.clamp(allowance / epochs, 1, most);
        }

        @Override
        public boolean hasAnother(List<Integer> epochs, int next) {
            int spent = epochs.stream().mapToInt(Integer::intValue).sum();
            return epochs.isEmpty() || (epochs.size() < most && spent + next <= allowance);
        }
    }
}
