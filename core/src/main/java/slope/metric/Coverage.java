package slope.metric;

import slope.metric.ScoredRows.Form;

/// Interval coverage: the share of rows between the lowest and the highest quantile, ideally the
/// difference of their levels. Neither direction is better.
record Coverage() implements Metric {
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
    public double score(ScoredRows rows) {
        double covered = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double actual = rows.actual(row);
            boolean between = rows.predicted(row, 0) <= actual && actual <= rows.predicted(row, rows.width() - 1);
            covered += between ? rows.weight(row) : 0;
        }
        return covered / rows.weight();
    }
}
