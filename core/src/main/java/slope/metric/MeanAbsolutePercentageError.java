package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1/n · Σ |y − ŷ| / max(|y|, 2⁻⁵²), a share and not a percentage; of several columns, over all of them.
/// As scikit-learn's `mean_absolute_percentage_error`: an actual value of 0 makes it huge.
/// Counts and Tweedie amounts, many of which are 0, have none.
record MeanAbsolutePercentageError() implements SummedMetric {
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public String title() {
        return "mape";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.NUMBERS || form == Form.GAMMA;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        for (int column = 0; column < rows.width(); column++) {
            double actual = rows.actual(row, column);
            double error = Math.abs(actual - rows.predicted(row, column));
            sums[0] += rows.weight(row) * error / Math.max(Math.abs(actual), EPSILON);
        }
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight / rows.width();
    }
}
