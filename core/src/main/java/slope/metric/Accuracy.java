package slope.metric;

import slope.metric.ScoredRows.Form;

/// The share of rows whose most probable class is the actual one.
record Accuracy() implements Metric {
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
    public double score(ScoredRows rows) {
        double right = 0;
        for (int row = 0; row < rows.rows(); row++) {
            right += rows.predicted(row) == (int) rows.actual(row) ? rows.weight(row) : 0;
        }
        return right / rows.weight();
    }
}
