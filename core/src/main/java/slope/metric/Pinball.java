package slope.metric;

import slope.metric.ScoredRows.Form;

/// 1/n · Σ max(q·(y − ŷ), (q − 1)·(y − ŷ)), the mean over the quantiles q: smallest for the true ones.
record Pinball() implements SummedMetric {
    @Override
    public String title() {
        return "pinball";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.QUANTILES;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        for (int index = 0; index < rows.width(); index++) {
            double level = rows.level(index);
            double error = rows.actual(row) - rows.predicted(row, index);
            sums[0] += rows.weight(row) * Math.max(level * error, (level - 1) * error) / rows.width();
        }
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
