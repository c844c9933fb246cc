package slope.metric;

import slope.metric.ScoredRows.Form;

/// −1/n · Σ ln p(actual class): small if confident and right, large if confident and wrong. For
/// labels, the mean over labels.
record LogLoss() implements SummedMetric {
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
    public boolean isProbabilityLoss() {
        return true;
    }

    @Override
    public int passes(ScoredRows rows) {
        return rows.form() == Form.LABELS ? rows.width() : 1;
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        sums[0] -= rows.weight(row) * logarithm(ofActual(rows, row, pass));
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return rows.form() == Form.LABELS ? sums[0] / weight / rows.width() : sums[0] / weight;
    }

    /// The probability of what is so: of the row's class, or of having or lacking a label.
    private static double ofActual(ScoredRows rows, int row, int label) {
        if (rows.form() == Form.CLASSES) {
            return rows.predicted(row, (int) rows.actual(row));
        }
        double probability = rows.predicted(row, label);
        return rows.isActual(row, label) ? probability : 1 - probability;
    }

    /// A probability that underflowed to 0 counts as the smallest double, so that the loss stays finite; one that
    /// another program rounded to more than 1 counts as 1, so that no loss is below 0.
    private static double logarithm(double probability) {
        return StrictMath.log(Math.clamp(probability, Double.MIN_NORMAL, 1));
    }
}
