package slope.recipe;

import java.util.List;

/// How many networks are trained one after another, each with another part of the rows kept apart.
public sealed interface FoldPlan {

    /// How many there may be at most.
    int most();

    /// How many there are if each goes through the rows as often as it may.
    int expected();

    /// Whether another one is trained after those that have ended.
    ///
    /// @param epochs that each of them has taken
    boolean hasAnother(List<Integer> epochs);

    /// As many as somebody wants.
    record Exactly(int most) implements FoldPlan {
        @Override
        public int expected() {
            return most;
        }

        @Override
        public boolean hasAnother(List<Integer> epochs) {
            return epochs.size() < most;
        }
    }

    /// As many as fit into a number of epochs, at least one. Where networks stop early because they have
    /// nothing more to learn, the epochs that they leave are for others: the mean of several is better than
    /// any of them, the more so where each sees little or soon learns its rows by heart.
    ///
    /// @param epochs of one network at most
    /// @param allowance epochs of all networks together
    record WhileTheyFit(int most, int epochs, int allowance) implements FoldPlan {
        @Override
        public int expected() {
            return Math.clamp(allowance / epochs, 1, most);
        }

        /// The next one is taken to be as long as the longest so far.
        @Override
        public boolean hasAnother(List<Integer> epochs) {
            int spent = epochs.stream().mapToInt(Integer::intValue).sum();
            int longest = epochs.stream().mapToInt(Integer::intValue).max().orElse(0);
            return epochs.isEmpty() || (epochs.size() < most && spent + longest <= allowance);
        }
    }
}
