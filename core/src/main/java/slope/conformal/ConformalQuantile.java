package slope.conformal;

import java.util.Arrays;

/// The score that a new row's does not exceed with the probability asked for: the k-th smallest of n.
///
/// @param value the score; infinite if k > n, where every value is possible
/// @param rank k, from 1
/// @param rows n
public record ConformalQuantile(double value, int rank, int rows) {
    public ConformalQuantile {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a conformal quantile is a number or infinite, not NaN");
        }
        if (rank < 1 || rows < 0) {
            throw new IllegalArgumentException("a conformal quantile is the first or a later score of some rows");
        }
    }

    /// That of some rows.
    ///
    /// @param scores of rows that are exchangeable with the new one; a score that is NaN counts as infinite
    static ConformalQuantile of(double[] scores, Coverage coverage) {
        double[] ascending = Arrays.stream(scores)
                .map(score -> Double.isNaN(score) ? Double.POSITIVE_INFINITY : score)
                .sorted()
                .toArray();
        int rank = coverage.rank(scores.length);
        double value = rank > ascending.length ? Double.POSITIVE_INFINITY : ascending[rank - 1];
        return new ConformalQuantile(value, rank, scores.length);
    }

    /// Whether there were enough rows.
    public boolean isFinite() {
        return Double.isFinite(value);
    }
}
