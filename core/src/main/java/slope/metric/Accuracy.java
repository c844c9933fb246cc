package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of rows whose most probable class is the actual one.
record Accuracy() implements SummedMetric {
    @Override
    public String title() {
        return "accuracy";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.CLASSES;
    }

    @Override
    public boolean isShare() {
        return true;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        sums[0] += rows.predicted(row) == (int) rows.actual(row) ? rows.weight(row) : 0;
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
