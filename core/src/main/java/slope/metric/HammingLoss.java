package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of labels, over all rows, that are wrong.
record HammingLoss() implements SummedMetric {
    @Override
    public String title() {
        return "hamming-loss";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS;
    }

    @Override
    public int passes(ScoredRows rows) {
        return rows.width();
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        sums[0] += rows.isActual(row, pass) == rows.isPredicted(row, pass) ? 0 : rows.weight(row);
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight / rows.width();
    }
}
