package slope.evaluation;

/// The interval of a share of independent rows, each of which counts or does not (Wilson 1927, "Probable
/// inference, the law of succession, and statistical inference"): 95 of 100 such intervals hold the share of
/// all rows like these.
///
/// Samples of rows without an error have no error, so a bootstrap is sure of a share of 1. This interval is
/// not: with n of n rows it begins at 1 / (1 + z²/n), near 1 − 4/n.
final class WilsonInterval {
    /// 95 of 100 samples lie within this many standard errors: z.
    static final double STANDARD_ERRORS = 1.960;

    private static final double SQUARE = STANDARD_ERRORS * STANDARD_ERRORS;

    private WilsonInterval() {}

    /// The values p for which the observed share is within z standard errors of p.
    ///
    /// @param share of the rows, from 0 to 1
    /// @param rows how many there are, at least 1
    static ScoreInterval of(double share, int rows) {
        double middle = (share + SQUARE / (2 * rows)) / (1 + SQUARE / rows);
        double half = STANDARD_ERRORS
                * Math.sqrt(share * (1 - share) / rows + SQUARE / (4.0 * rows * rows))
                / (1 + SQUARE / rows);
        return new ScoreInterval(
                share == 0 ? 0 : Math.max(0, middle - half), share == 1 ? 1 : Math.min(1, middle + half));
    }
}
