package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1 − Σ (y − ŷ)² / Σ (y − mean y)²: the share of the variance that is explained; 0 for the mean itself.
/// Of several columns, their mean.
record RSquared() implements SummedMetric {
    /// A variance below this share of the squares is one of rounding.
    private static final double ROUNDING = 1e-12;

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
    public int sums(ScoredRows rows) {
        return 3 * rows.width();
    }

    @Override
    public int passes(ScoredRows rows) {
        return rows.width();
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        // From the first row on, so that squares of large numbers that differ little keep their digits.
        double difference = rows.actual(row, pass) - rows.actual(0, pass);
        sums[3 * pass] += rows.weight(row) * difference;
        sums[3 * pass + 1] += rows.weight(row) * difference * difference;
        sums[3 * pass + 2] += RootMeanSquaredError.squaredError(rows, row, pass);
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        double explained = 0;
        for (int column = 0; column < rows.width(); column++) {
            double squares = sums[3 * column + 1];
            double variance = squares - sums[3 * column] * sums[3 * column] / weight;
            boolean isConstant = variance <= ROUNDING * squares;
            explained += (isConstant ? Double.NaN : 1 - sums[3 * column + 2] / variance) / rows.width();
        }
        return explained;
    }

    /// In two passes, the more exact way; the one of the sums is for samples.
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
            double squares = 0;
            for (int row = 0; row < rows.rows(); row++) {
                squares += RootMeanSquaredError.squaredError(rows, row, column);
            }
            explained += (variance == 0 ? Double.NaN : 1 - squares / variance) / rows.width();
        }
        return explained;
    }
}
