package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1 − Σ (y − ŷ)² / Σ (y − mean y)²: the share of the variance that is explained; 0 for the mean itself.
/// Of several columns, their mean.
record RSquared() implements Metric {
    @Override
    public String title() {
        return "r2";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form.areNumbers();
    }

    @Override
    public double score(ScoredRows rows) {
        double all = rows.weight();
        double explained = 0;
        for (int column = 0; column < rows.width(); column++) {
            double mean = 0;
            for (int row = 0; row < rows.rows(); row++) {
                mean += rows.weight(row) * rows.actual(row, column) / all;
            }
            double variance = 0;
            for (int row = 0; row < rows.rows(); row++) {
                double actual = rows.actual(row, column);
                variance += rows.weight(row) * (actual - mean) * (actual - mean);
            }
            double squares = RootMeanSquaredError.squares(rows, column);
            explained += (variance == 0 ? Double.NaN : 1 - squares / variance) / rows.width();
        }
        return explained;
    }
}
