package slope.metric;

import slope.metric.ScoredRows.Form;

/// 2/n · Σ y·ln(y/ŷ) − y + ŷ, for counts; ŷ is taken to be 10⁻⁶ at least.
record PoissonDeviance() implements SummedMetric {
    /// A deviance of a prediction of 0 would be infinite.
    private static final double LEAST_COUNT = 1e-6;

    @Override
    public String title() {
        return "poisson-deviance";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form.areNumbers() && width == 1;
    }

    @Override
    public boolean appliesTo(ScoredRows rows) {
        return appliesTo(rows.form(), rows.width()) && rows.areCounts();
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        double expected = Math.max(rows.predicted(row, 0), LEAST_COUNT);
        double actual = rows.actual(row);
        double part = actual == 0 ? 0 : actual * StrictMath.log(actual / expected);
        // Rounding may leave less than 0 of a row that is predicted exactly.
        sums[0] += rows.weight(row) * 2 * Math.max(0, part - actual + expected);
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
