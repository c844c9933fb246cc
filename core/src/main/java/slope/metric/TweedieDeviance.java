package slope.metric;

import slope.metric.ScoredRows.Form;

/// 2/n · Σ y²⁻ᵖ/((1−p)·(2−p)) − y·ŷ¹⁻ᵖ/(1−p) + ŷ²⁻ᵖ/(2−p) for amounts of the power p; of gamma, p = 2,
/// 2/n · Σ ln(ŷ/y) + y/ŷ − 1. As scikit-learn's `mean_tweedie_deviance`. NaN where an amount is below
/// 0, or 0 of gamma.
///
/// @param form gamma or Tweedie
record TweedieDeviance(Form form) implements SummedMetric {
    @Override
    public String title() {
        return form == Form.GAMMA ? "gamma-deviance" : "tweedie-deviance";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form other, int width) {
        return other == form;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        double expected = Math.max(rows.predicted(row, 0), Double.MIN_NORMAL);
        // Rounding may leave less than 0 of a row that is predicted exactly.
        sums[0] += rows.weight(row) * 2 * Math.max(0, half(rows.power(), rows.actual(row), expected));
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }

    private static double half(double power, double actual, double expected) {
        if (power == 2) {
            return actual > 0 ? StrictMath.log(expected / actual) + actual / expected - 1 : Double.NaN;
        }
        double above = 2 - power;
        double below = 1 - power;
        return StrictMath.pow(actual, above) / (below * above)
                - actual * StrictMath.pow(expected, below) / below
                + StrictMath.pow(expected, above) / above;
    }
}
