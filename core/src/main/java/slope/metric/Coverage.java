package slope.metric;

import slope.metric.ScoredRows.Form;

/// Interval coverage: the share of rows between the lowest and the highest quantile, ideally the
/// difference of their levels. Neither direction is better.
record Coverage() implements SummedMetric {
    @Override
    public String title() {
        return "coverage";
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.QUANTILES;
    }

    @Override
    public boolean isShare() {
        return true;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        double actual = rows.actual(row);
        boolean between = rows.predicted(row, 0) <= actual && actual <= rows.predicted(row, rows.width() - 1);
        sums[0] += between ? rows.weight(row) : 0;
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
