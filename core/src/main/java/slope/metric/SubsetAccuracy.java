package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of rows all of whose labels are right.
record SubsetAccuracy() implements SummedMetric {
    @Override
    public String title() {
        return "subset-accuracy";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS;
    }

    @Override
    public boolean isShare() {
        return true;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        int same = 0;
        for (int label = 0; label < rows.width(); label++) {
            same += rows.isActual(row, label) == rows.isPredicted(row, label) ? 1 : 0;
        }
        sums[0] += same == rows.width() ? rows.weight(row) : 0;
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
