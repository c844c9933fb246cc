package slope.evaluation;

/// McNemar's test of whether two models are equally often right on the same rows: only the rows on which one is
/// right and the other wrong tell (McNemar 1947). Its p-value is the mid-p of the binomial distribution, which
/// is neither as timid as the exact one nor too bold for few rows (Fagerland, Lydersen and Laake 2013, "The
/// McNemar test for binary matched-pairs data", section "The McNemar mid-p test").
///
/// Rows have to be independent: of patients with several rows each it would be too sure.
///
/// @param firstAlone rows on which the first model alone is right
/// @param secondAlone rows on which the second model alone is right
/// @param midP how likely models that are equally good differ as much or more, about
public record McNemar(int firstAlone, int secondAlone, double midP) {
    /// Terms that are this small beside their sum no longer count.
    private static final double NEGLIGIBLE = 1e-18;

    /// @param firstAlone rows on which the first model alone is right
    /// @param secondAlone rows on which the second model alone is right
    static McNemar of(int firstAlone, int secondAlone) {
        return new McNemar(firstAlone, secondAlone, midP(firstAlone, secondAlone));
    }

    /// 2·P(X < m) + P(X = m) for the smaller number m and X binomial of n = both together and ½.
    private static double midP(int firstAlone, int secondAlone) {
        int rows = firstAlone + secondAlone;
        int smaller = Math.min(firstAlone, secondAlone);
        double logarithm = rows * StrictMath.log(0.5);
        for (int factor = 1; factor <= smaller; factor++) {
            logarithm += StrictMath.log((double) (rows - smaller + factor) / factor);
        }
        double term = StrictMath.exp(logarithm);
        double sum = term;
        for (int number = smaller; number > 0 && term > NEGLIGIBLE * sum; number--) {
            term *= (double) number / (rows - number + 1); // P(X = number − 1)
            sum += 2 * term;
        }
        return Math.min(1, sum);
    }
}
