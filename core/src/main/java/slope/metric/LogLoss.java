package slope.metric;

import slope.metric.ScoredRows.Form;

/// −1/n · Σ ln p(actual class): small if confident and right, large if confident and wrong. For
/// labels, the mean over labels.
record LogLoss() implements Metric {
    @Override
    public String title() {
        return "log-loss";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.CLASSES || form == Form.LABELS;
    }

    @Override
    public double score(ScoredRows rows) {
        double sum = 0;
        if (rows.form() == Form.CLASSES) {
            for (int row = 0; row < rows.rows(); row++) {
                sum -= rows.weight(row) * logarithm(rows.predicted(row, (int) rows.actual(row)));
            }
            return sum / rows.weight();
        }
        for (int label = 0; label < rows.width(); label++) {
            for (int row = 0; row < rows.rows(); row++) {
                double probability = rows.predicted(row, label);
                sum -= rows.weight(row) * logarithm(rows.isActual(row, label) ? probability : 1 - probability);
            }
        }
        return sum / rows.weight() / rows.width();
    }

    /// A probability that underflowed to 0 counts as the smallest double, so that the loss stays
    /// finite.
    private static double logarithm(double probability) {
        return StrictMath.log(Math.max(probability, Double.MIN_NORMAL));
    }
}
