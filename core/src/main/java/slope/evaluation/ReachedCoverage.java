package slope.evaluation;

/// How many of some rows have their actual value in their interval or set.
///
/// @param of which rows: a class, a group, or all
/// @param rows how many there are, each counted once
/// @param covered how many of them are covered
public record ReachedCoverage(String of, int rows, int covered) {
    public ReachedCoverage {
        if (rows < 1 || covered < 0 || covered > rows) {
            throw new IllegalArgumentException("%s of %s rows cannot be covered".formatted(covered, rows));
        }
    }

    /// The share of rows that are covered.
    public double share() {
        return (double) covered / rows;
    }

    /// The lower end of Wilson's interval of the share: 95 of 100 such intervals hold the share of all rows like
    /// these.
    public double lower() {
        return WilsonInterval.of(share(), rows).low();
    }

    /// The upper end of Wilson's interval.
    public double upper() {
        return WilsonInterval.of(share(), rows).high();
    }

    /// The lowest share that chance explains in 95 of 100 samples, if these rows are like those that the quantile
    /// is of: 1.96 standard deviations of a beta-binomial share below the coverage (Vovk 2012, "Conditional
    /// validity of inductive conformal predictors"; the variance is p(1 − p)(n + 1 + m) / (m(n + 2)) for m rows).
    ///
    /// @param coverage p, that was asked for
    /// @param conformalRows n, that the quantile is of
    public double leastByChance(double coverage, int conformalRows) {
        double variance = coverage * (1 - coverage) * (conformalRows + 1.0 + rows) / (rows * (conformalRows + 2.0));
        return Math.max(0, coverage - WilsonInterval.STANDARD_ERRORS * Math.sqrt(variance));
    }
}
