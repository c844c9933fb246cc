package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of rows all of whose labels are right.
record SubsetAccuracy() implements Metric {
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
    public double score(ScoredRows rows) {
        double right = 0;
        for (int row = 0; row < rows.rows(); row++) {
            int same = 0;
            for (int label = 0; label < rows.width(); label++) {
                same += rows.isActual(row, label) == rows.isPredicted(row, label) ? 1 : 0;
            }
            right += same == rows.width() ? rows.weight(row) : 0;
        }
        return right / rows.weight();
    }
}
