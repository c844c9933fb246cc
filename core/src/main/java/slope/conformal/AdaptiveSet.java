package slope.conformal;

import java.util.stream.IntStream;

/// The probability of all classes that are likelier than the actual one, and u times its own: the smallest
/// set of likely classes that holds it (APS: Romano, Sesia and Candès 2020, "Classification with valid and
/// adaptive coverage", arXiv 2006.02544, equation 5, with u for the row's uniform number).
///
/// Sets are larger in the mean than the [LeastAmbiguousSet], and tell more of single rows: a row that is hard
/// to tell has a large set instead of an empty one. Where probabilities are right, each row is covered as
/// often as any other.
///
/// @param hash u of each row
public record AdaptiveSet(RowHash hash) implements ConformalScore {
    @Override
    public String title() {
        return "adaptive set";
    }

    /// The score of each class of a row: Σ p(k) over likelier classes + u · p(class). Of equally likely
    /// classes the first counts as likelier.
    ///
    /// @param decoded rows × classes
    /// @param at the index of the first class of the row
    /// @param u of the row, from 0 to below 1
    static double[] scores(double[] decoded, int at, int classes, double u) {
        int[] descending = IntStream.range(0, classes)
                .boxed()
                .sorted((one, other) -> Double.compare(decoded[at + other], decoded[at + one]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] scores = new double[classes];
        double likelier = 0;
        for (int index : descending) {
            double probability = decoded[at + index];
            scores[index] = likelier + u * probability;
            likelier += probability;
        }
        return scores;
    }
}
