package slope.conformal;

/// How many of m further rows are covered, if n rows gave the quantile: a beta-binomial distribution with the
/// parameters k and n + 1 − k (Vovk 2012, "Conditional validity of inductive conformal predictors").
record BetaBinomial(int rows, int successes, int failures) {
    /// The probability that at most so many are covered.
    double upTo(int covered) {
        double term = 1;
        for (int index = 0; index < rows; index++) { // none is covered
            term *= (double) (failures + index) / (successes + failures + index);
        }
        double sum = term;
        for (int count = 0; count < covered; count++) {
            term *= (double) (rows - count) / (count + 1) * (successes + count) / (failures + rows - count - 1);
            sum += term;
        }
        return sum;
    }

    double mean() {
        return (double) rows * successes / (successes + failures);
    }

    double variance() {
        double all = successes + failures;
        return rows * (successes / all) * (failures / all) * (all + rows) / (all + 1);
    }
}
