package slope.metric;

import java.util.List;

/// The weights of rows by a predicted probability, ascending: of those that share one, of the second class or
/// with the label (positive) and of the others (negative).
final class RankedRows {
    private final double[] weights; // of each probability: negative, positive

    /// @param weights of the negative and of the positive rows of each probability, one after the other
    RankedRows(double[] weights) {
        this.weights = weights;
    }

    /// The rows by the probability of the second of two classes, or by that of each label.
    static List<RankedRows> of(ScoredRows rows) {
        return RankedPlaces.of(rows).stream().map(RankedPlaces::all).toList();
    }

    /// How many different probabilities there are.
    int groups() {
        return weights.length / 2;
    }

    /// The weight of the positive rows of a probability, counted from the lowest.
    double positive(int group) {
        return weights[2 * group + 1];
    }

    /// The weight of the negative rows of a probability, counted from the lowest.
    double negative(int group) {
        return weights[2 * group];
    }
}
