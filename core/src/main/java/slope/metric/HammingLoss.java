package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of labels, over all rows, that are wrong.
record HammingLoss() implements Metric {
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
    public double score(ScoredRows rows) {
        double wrong = 0;
        for (int label = 0; label < rows.width(); label++) {
            for (int row = 0; row < rows.rows(); row++) {
                wrong += rows.isActual(row, label) == rows.isPredicted(row, label) ? 0 : rows.weight(row);
            }
        }
        return wrong / rows.weight() / rows.width();
    }
}
