package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1/n · Σ |y − ŷ|, in the target's unit; of several columns, over all of them.
record MeanAbsoluteError() implements SummedMetric {
    @Override
    public String title() {
        return "mae";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form.areNumbers();
    }

    @Override
    public int passes(ScoredRows rows) {
        return rows.width();
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        sums[0] += rows.weight(row) * Math.abs(rows.actual(row, pass) - rows.predicted(row, pass));
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight / rows.width();
    }
}
