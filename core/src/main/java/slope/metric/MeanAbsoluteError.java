package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1/n · Σ |y − ŷ|, in the target's unit; of several columns, over all of them.
record MeanAbsoluteError() implements Metric {
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
    public double score(ScoredRows rows) {
        double absolutes = 0;
        for (int column = 0; column < rows.width(); column++) {
            for (int row = 0; row < rows.rows(); row++) {
                absolutes += rows.weight(row) * Math.abs(rows.actual(row, column) - rows.predicted(row, column));
            }
        }
        return absolutes / rows.weight() / rows.width();
    }
}
