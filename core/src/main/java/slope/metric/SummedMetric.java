package slope.metric;

/// A metric whose score is a function of sums over rows. A bootstrap adds up the rows of each sampling unit
/// once, and no more.
sealed interface SummedMetric extends Metric
        permits Accuracy,
                BalancedAccuracy,
                LogLoss,
                BrierScore,
                MatthewsCorrelation,
                F1,
                MicroF1,
                MacroF1,
                HammingLoss,
                SubsetAccuracy,
                RootMeanSquaredError,
                MeanAbsoluteError,
                MeanAbsolutePercentageError,
                RSquared,
                PoissonDeviance,
                TweedieDeviance,
                Pinball,
                Coverage {

    /// How many sums there are.
    default int sums(ScoredRows rows) {
        return 1;
    }

    /// How often all rows are added: once for each column where its rows stand next to each other in the sum.
    default int passes(ScoredRows rows) {
        return 1;
    }

    /// Adds a row, weighted.
    ///
    /// @param pass one of the [#passes]
    void add(ScoredRows rows, int row, int pass, double[] sums);

    /// The score by the sums.
    ///
    /// @param rows the shape of the rows, no more
    /// @param weight the sum of the weights
    double score(ScoredRows rows, double[] sums, double weight);

    @Override
    default double score(ScoredRows rows) {
        double[] sums = new double[sums(rows)];
        for (int pass = 0; pass < passes(rows); pass++) {
            for (int row = 0; row < rows.rows(); row++) {
                add(rows, row, pass, sums);
            }
        }
        return score(rows, sums, rows.weight());
    }

    @Override
    default ResampledScore resampled(ScoredRows rows, SamplingUnits units) {
        return new UnitSums(this, rows, units);
    }
}
