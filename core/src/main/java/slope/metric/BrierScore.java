package slope.metric;

import slope.metric.ScoredRows.Form;

/// The mean squared error of probabilities: of two classes 1/n · Σ (p − y)², p that of the second; of
/// more 1/n · Σ Σₖ (pₖ − yₖ)², from 0 to 2 (Brier 1950). As scikit-learn's `brier_score_loss`.
record BrierScore() implements SummedMetric {
    @Override
    public String title() {
        return "brier";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.CLASSES;
    }

    @Override
    public boolean isProbabilityLoss() {
        return true;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        for (int index = rows.width() == 2 ? 1 : 0; index < rows.width(); index++) {
            double error = rows.predicted(row, index) - (rows.actual(row) == index ? 1 : 0);
            sums[0] += rows.weight(row) * error * error;
        }
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return sums[0] / weight;
    }
}
